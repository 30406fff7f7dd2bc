"""Whether everything in a page that can be pressed or filled in is reached by Tab."""

# Of radio buttons with one name Tab reaches one; a rich-text editor minds its own toolbar.
WATCH = """
() => {
  const kinds = ["a[href]", "button", "input", "select", "textarea", "summary"];
  const key = (control) => control.type === "radio" ? control.name : control;
  const content = document.querySelector("#content");
  const shown = [...content.querySelectorAll(kinds)].filter((control) =>
    control.checkVisibility({ visibilityProperty: true }) && !control.disabled
    && !control.closest(".tox, [aria-hidden=true]"));
  window.unreached = new Map(shown.map((control) => [key(control), control.outerHTML]));
  document.addEventListener("focusin", ({ target }) => window.unreached.delete(key(target)));
  content.tabIndex = -1;
  content.focus();
  return window.unreached.size;
}
"""
UNREACHED = "() => [...window.unreached.values()].map((html) => html.slice(0, 160))"
# A field for a day takes four.
PRESSES_A_CONTROL = 4
AT_ONCE = 25


def assert_reachable(page):
    """Press Tab from the top of the open page's content until all of it was reached, or fail."""
    presses = page.evaluate(WATCH) * PRESSES_A_CONTROL
    while page.evaluate(UNREACHED) and presses > 0:
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        presses -= AT_ONCE
    assert page.evaluate(UNREACHED) == [], f"{page.url}: Tab does not reach these."
