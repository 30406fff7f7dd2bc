"""Going through the queue by keyboard, and without any script."""

import pytest

pytestmark = pytest.mark.browser
FOCUSED = "document.activeElement.id"


@pytest.fixture
def queue(editor):
    """The queue in a browser."""
    editor.goto("/admin/desk/?kind=guest_blog")
    return editor


def links(page):
    """Return the ids of the rows' links, in order."""
    return page.locator("[data-row] th a").evaluate_all("links => links.map((link) => link.id)")


def test_keys_go_down_and_up_and_open(queue):
    first, second, *_ = links(queue)

    queue.keyboard.press("j")
    queue.keyboard.press("j")
    assert queue.evaluate(FOCUSED) == second
    queue.keyboard.press("k")
    assert queue.evaluate(FOCUSED) == first
    queue.keyboard.press("Enter")

    queue.wait_for_url("**/admin/desk/*/?kind=guest_blog")


def test_a_row_is_chosen_and_explained_by_key(queue):
    for keys, chosen in (("jx", 1), ("j ", 2), ("x", 1)):
        for key in keys:
            queue.keyboard.press("Space" if key == " " else key)
        assert queue.locator("[name=chosen]:checked").count() == chosen
    queue.keyboard.press("?")

    assert queue.locator("#keys").evaluate("keys => keys.open")


def test_c_claims_and_comes_back_to_the_row(queue):
    third = links(queue)[2]
    for _ in range(3):
        queue.keyboard.press("j")

    queue.keyboard.press("c")

    queue.get_by_text("You have it in hand until").wait_for()
    assert queue.evaluate(FOCUSED) == third
    queue.get_by_role("button", name="Let go of row 3", exact=True).click()
    queue.get_by_text("You have let it go.").wait_for()


def test_keys_that_are_switched_off_or_typed_into_a_field_do_nothing(queue):
    field = queue.get_by_role("searchbox", name="Words in what is unpublished")
    field.press_sequentially("jx")
    assert field.input_value() == "jx"
    assert queue.locator("[name=chosen]:checked").count() == 0

    queue.evaluate("document.querySelector('meta[name=shortcuts]').content = 'off'")
    queue.locator("body").press("j")

    assert queue.evaluate(FOCUSED) not in links(queue)


def test_filtering_searching_and_claiming_work_without_scripts(scriptless_editor):
    page = scriptless_editor
    page.goto("/admin/")
    page.get_by_text("Filter or search").click()
    page.get_by_label("Kind").select_option("reply")
    page.get_by_role("button", name="Show", exact=True).click()
    page.get_by_role("button", name="Claim row 1", exact=True).click()
    page.get_by_text("You have it in hand until").wait_for()
    page.get_by_role("button", name="Let go of row 1", exact=True).click()
    page.get_by_role("searchbox", name="Words in what is unpublished").fill("the")
    page.get_by_role("button", name="Search").click()

    page.get_by_text("hold these words").wait_for()
