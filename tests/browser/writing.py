"""What a contributor does on the pages, with a browser."""


def write(page, text, *, title="", kind="A guest blog"):
    """Fill the form that is open and go to the review step."""
    page.get_by_label(kind).check()
    page.get_by_label("A title, if you have one").fill(title)
    page.get_by_label("Your words").fill(text)
    page.get_by_role("button", name="See what would be kept").click()


def kept_text(page):
    """Return the text as the review step would keep it."""
    return page.get_by_label("Your text as we would keep it").inner_text()


def choice(page, words, label):
    """Return one of the choices that the review step offers for these words."""
    return page.get_by_role("group", name=words).get_by_label(label)


def check_again(page):
    """Press "Check again" beside the choices."""
    page.get_by_role("button", name="Check again").first.click()


def change_words(page, text):
    """Write another text into the form below the review step and check again."""
    page.get_by_text("Change your words", exact=True).click()
    page.get_by_label("Your words").fill(text)
    page.get_by_role("button", name="Check again").last.click()


def send(page):
    """Press "Send this" on the review step, and see that it has arrived."""
    page.get_by_role("button", name="Send this").click()
    page.get_by_role("heading", name="It has arrived").wait_for()
