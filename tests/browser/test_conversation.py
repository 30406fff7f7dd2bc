"""Writing to a contributor and to other editors, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import DESK_VIEWS, assert_usable
from tests.browser.writing import send, write
from tests.over_http import Editor

pytestmark = pytest.mark.browser
TEXT = "The kettle in our building is out of order again."
PHRASE = "Elsewhere: your union"
WORDS = "Your union can act on this, and I cannot."


@pytest.fixture
def sent(site, contributor):
    """Send a text; return (the words of its receipt, its page at the desk)."""
    with Editor(site.address) as desk:
        desk.sign_in()
        before = desk.queue()
        contributor.goto("/contact/")
        write(contributor, TEXT)
        send(contributor)
        words = " ".join(contributor.locator(".receipt li").all_inner_texts())
        [submission] = set(desk.queue()) - set(before)
    return words, f"/admin/desk/{submission}/"


def unfold(page, way):
    """Open a panel of the review page, and return it."""
    panel = page.locator(f"#way-{way}")
    panel.locator("summary").first.click()
    return panel


def come_back(page, words):
    page.goto("/contact/receipt/")
    page.get_by_label("Your seven words").fill(words)
    page.get_by_role("button", name="Open").click()


def test_a_chosen_phrase_stands_in_the_text_to_be_edited_and_is_sent_once(
    editor, contributor, sent
):
    words, desk = sent
    editor.goto(desk)
    panel = unfold(editor, "ask")
    text = panel.get_by_label("What you want to ask")
    text.fill("Do you know who it is?")
    phrases = panel.get_by_label("Begin with one of your phrases")

    phrases.select_option("Elsewhere: Acas")
    phrases.select_option(PHRASE)
    expect(text).to_have_value(re.compile(f"^{WORDS}(?s:.*)\n\nDo you know who it is\\?$"))
    assert_usable(editor, views=DESK_VIEWS)
    panel.get_by_role("button", name="Ask", exact=True).click()

    come_back(contributor, words)
    expect(contributor.get_by_text("Do you know who it is?")).to_be_visible()
    assert contributor.content().count(WORDS) == 1
    assert editor.recording.complaints == []


def test_a_phrase_taken_back_leaves_what_was_typed(editor, sent):
    editor.goto(sent[1])
    panel = unfold(editor, "thank")
    text = panel.get_by_label("What you want to say")
    text.fill("My own words.")

    panel.get_by_label("Begin with one of your phrases").select_option(PHRASE)
    panel.get_by_label("Begin with one of your phrases").select_option("None")

    expect(text).to_have_value("My own words.")


def test_without_scripts_a_phrase_can_be_read_and_goes_before_what_was_typed(
    scriptless_editor, contributor, sent
):
    words, desk = sent
    scriptless_editor.goto(desk)
    panel = unfold(scriptless_editor, "decline")
    panel.get_by_text("What the phrases say").click()
    expect(panel.get_by_text(WORDS)).to_be_visible()
    panel.get_by_label("Reason").select_option("Not about this service")
    panel.get_by_label("Begin with one of your phrases").select_option(PHRASE)
    panel.get_by_label("And a kind word, if you like").fill("All the best.")

    panel.get_by_role("button", name="Decline").click()

    come_back(contributor, words)
    expect(contributor.get_by_role("heading", name="It was not used")).to_be_visible()
    letter = contributor.locator(".letter")
    assert re.search(f"{WORDS}.*All the best\\.", letter.inner_text(), re.DOTALL)


def test_the_answer_is_the_first_thing_on_the_page(editor, contributor, sent):
    words, desk = sent
    editor.goto(desk)
    panel = unfold(editor, "ask")
    panel.get_by_label("What you want to ask").fill("Since when?")
    panel.get_by_role("button", name="Ask", exact=True).click()
    come_back(contributor, words)
    contributor.get_by_label("Your answer").fill("Since the spring.")
    contributor.get_by_role("button", name="See what would be kept").click()
    contributor.get_by_role("button", name="Send this").click()

    editor.goto(desk)

    came_back = editor.get_by_role("region", name="It came back with an answer")
    expect(came_back).to_contain_text("Since the spring.")
    expect(came_back).to_be_in_viewport()
    assert_usable(editor, views=DESK_VIEWS)


def test_a_note_is_kept_and_deleted_without_scripts(scriptless_editor, sent):
    page = scriptless_editor
    page.goto(sent[1])

    page.get_by_text("Write a note for other editors").click()
    page.get_by_label("A note for other editors").fill("I rang the union.")
    page.get_by_role("button", name="Keep the note").click()
    notes = page.get_by_role("region", name="Notes between editors")
    expect(notes).to_contain_text("I rang the union.")
    notes.get_by_text("Delete this note").click()
    notes.get_by_role("button", name="Delete it for good").click()

    expect(page.get_by_text("The note is deleted.")).to_be_visible()
    expect(notes).not_to_contain_text("I rang the union.")


def test_notes_and_a_refused_one_are_usable(editor, sent):
    editor.goto(sent[1])
    editor.get_by_text("Write a note for other editors").click()
    editor.get_by_label("A note for other editors").fill("I rang the union.")
    editor.get_by_role("button", name="Keep the note").click()
    editor.get_by_text("Delete this note").click()

    editor.get_by_text("Write a note for other editors").click()
    editor.get_by_role("button", name="Keep the note").click()

    expect(editor.get_by_text("Write the note first.")).to_be_visible()
    editor.get_by_text("Delete this note").click()
    assert_usable(editor, views=DESK_VIEWS)
    assert editor.recording.complaints == []
