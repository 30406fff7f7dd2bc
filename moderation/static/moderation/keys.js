// Shortcuts on the review page. A key opens a panel and puts the focus where Enter confirms; no key
// alone decides anything. They can be switched off, and everything works without them.
(() => {
  if (document.querySelector("meta[name=shortcuts]")?.content !== "on") return;
  const form = document.getElementById("decide");
  const writing = (target) => target.matches("textarea, select, input:not([type=checkbox])");
  const panel = (key) => document.querySelector(`summary[data-key="${key}"]`)?.parentElement;

  const open = (details) => {
    details.open = true;
    const needed = [...details.querySelectorAll("select, input, textarea")].find((field) => !field.value);
    const basis = document.getElementById("id_basis");
    const first = basis && !basis.value && details.dataset.goesOut !== undefined ? basis : needed;
    const button = details.querySelector("button[name=action]");
    (first ?? button)?.focus();
    details.scrollIntoView({ block: "nearest" });
  };
  const follow = (rel) => document.querySelector(`a[rel~="${rel}"]`)?.click();

  // A page that asks to look once more is confirmed where it was asked.
  document.querySelector("details[data-chosen] button[name=action]")?.focus({ preventScroll: true });

  // What can no longer be seen can no longer be pressed.
  const undo = document.querySelector("form[data-undo]");
  undo?.addEventListener("animationend", () => undo.remove());

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target, key } = event;
    const inText = target.id === "id_marked";
    if (key === "x" && (!writing(target) || (inText && target.selectionStart !== target.selectionEnd))) {
      const wanted = new Event("redact", { cancelable: true });
      document.dispatchEvent(wanted);
      if (wanted.defaultPrevented) event.preventDefault();
      return;
    }
    if (key === "Escape" && writing(target)) {
      target.blur();
      return;
    }
    // Enter in a panel's own field presses that panel's button.
    if (key === "Enter" && target.matches("details input, details select, #id_basis")) {
      const own = target.closest("details") ?? document.querySelector("details[name=way][open]");
      const button = own?.querySelector("button[name=action]");
      if (button) {
        event.preventDefault();
        button.click();
      }
      return;
    }
    if (writing(target)) return;
    const details = panel(key);
    if (details) {
      event.preventDefault();
      open(details);
    } else if (key === "j") follow("next");
    else if (key === "k") follow("prev");
    else if (key === "c") document.querySelector("button[data-claim]")?.click();
    else if (key === "u") {
      // Of two things that could be undone, the later one: what was changed on this page.
      const text = document.getElementById("id_marked");
      const changed = text && text.value !== text.defaultValue;
      (changed ? document.getElementById("undo") : document.querySelector("form[data-undo] button"))?.click();
    } else if (key === "?") document.getElementById("shortcuts")?.showModal?.();
    else if (key === "e") {
      event.preventDefault();
      const text = document.getElementById("id_marked");
      if (text?.closest("details")) text.closest("details").open = true;
      text?.focus();
    }
  });
})();
