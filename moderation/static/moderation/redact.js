// Redacting by selection. Words selected in the text, or in what came, get their brackets, and what
// goes out is shown again at once. Everything it does can be done by hand and with "Preview".
(() => {
  const form = document.getElementById("decide");
  const text = document.getElementById("id_marked");
  const button = document.getElementById("redact");
  if (!form || !text || !button) return;
  const received = document.getElementById("received");
  const title = document.getElementById("id_title");
  const asWritten = () => `${title?.value}\n${text.value}`;
  let later;

  // Through the browser's own editing, so that its undo and redo hold every step.
  const write = (words, start, end) => {
    const focused = document.activeElement;
    text.focus({ preventScroll: true });
    text.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, words)) {
      text.setRangeText(words, start, end, "end");
      showSoon();
    }
    // The page itself cannot be given the focus back, but the text can let go of it.
    if (focused !== text) text.blur();
    if (!focused?.closest("dialog")) focused?.focus({ preventScroll: true });
  };

  // What readers will see comes from the server: one place makes it.
  const show = async (change = "") => {
    clearTimeout(later);
    const asked = asWritten();
    const data = new FormData(form);
    data.set("action", "preview");
    data.set("change", change);
    const asking = { method: "POST", body: data, headers: { "X-Part": "goes-out" } };
    const answer = await fetch(location.pathname, asking).catch(() => null);
    if (!answer || answer.redirected || asWritten() !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.getElementById("goes-out");
    if (!part) return;
    for (const id of ["goes-out", "warnings", "basis"]) {
      document.getElementById(id)?.replaceWith(page.getElementById(id));
    }
    if (part.dataset.previewed) form.elements.previewed.value = part.dataset.previewed;
    if (part.dataset.marked && part.dataset.marked !== text.value) {
      write(part.dataset.marked, 0, text.value.length);
      clearTimeout(later);
    }
  };
  const showSoon = () => {
    clearTimeout(later);
    later = setTimeout(show, 500);
  };

  // Where the words that are selected in what came stand in the text: the same occurrence of them.
  const selectedInReceived = () => {
    const selection = getSelection();
    const focused = document.activeElement?.closest?.("#received mark");
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : document.createRange();
    if (selection.isCollapsed && focused) range.selectNodeContents(focused);
    if (!received?.contains(range.commonAncestorContainer)) return null;
    const words = range.toString().trim();
    if (!words) return null;
    const before = document.createRange();
    before.selectNodeContents(received);
    before.setEnd(range.startContainer, range.startOffset);
    const nth = before.toString().split(words).length;
    let start = -1;
    for (let n = 0; n < nth; n += 1) {
      const next = text.value.indexOf(words, start + 1);
      if (next < 0) break;
      start = next;
    }
    return start < 0 ? null : [start, start + words.length];
  };

  const placeChosen = () => {
    const inText = document.activeElement === text || document.activeElement === button;
    const [start, end] = [text.selectionStart, text.selectionEnd];
    const place = inText && start !== end ? [start, end] : selectedInReceived();
    if (!place) return null;
    const words = text.value.slice(...place);
    const inner = words.trim();
    const open = text.value.lastIndexOf("[[", place[0]);
    const inMark = open >= 0 && text.value.indexOf("]]", open) >= place[0];
    if (!inner || inner.includes("[[") || inner.includes("]]") || inMark) return null;
    const from = place[0] + words.indexOf(inner);
    return [from, from + inner.length];
  };

  // x, then Enter, redacts as proposed; a letter chooses another category first. Where nothing is
  // selected, the words are typed.
  const palette = document.getElementById("palette");
  const [wanted, category, reason, everywhere, missing] = ["words", "category", "reason", "everywhere", "missing"].map(
    (name) => document.getElementById(`palette-${name}`),
  );
  const meant = { WORKPLACE: "office", PLACE: "place", ROLE_PLACE: "role", PERSON: "name" };
  const proposed = (finding) =>
    meant[finding] ?? (/DATE|TIME|YEARS|DOB/.test(finding) ? "date" : finding ? "detail" : category.value);
  let place, focused;

  const redact = () => {
    place = placeChosen();
    focused = document.activeElement;
    category.value = proposed(focused?.dataset?.category ?? "");
    wanted.value = place ? text.value.slice(...place) : "";
    wanted.readOnly = Boolean(place);
    missing.hidden = true;
    palette.showModal();
    (place ? category : wanted).focus();
    return true;
  };
  const confirm = () => {
    const words = wanted.value.trim();
    const start = place?.[0] ?? text.value.toLowerCase().indexOf(words.toLowerCase());
    if (!words || start < 0 || /\[\[|\]\]/.test(words)) {
      missing.hidden = false;
      return;
    }
    place ??= [start, start + words.length];
    palette.close();
    document.getElementById("id_everywhere").checked = everywhere.checked;
    write(`[[${text.value.slice(...place)}|${category.value}|${reason.value}]]`, ...place);
    show();
  };
  palette.addEventListener("close", () => focused?.focus({ preventScroll: true }));
  palette.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "redact") return;
    event.preventDefault();
    confirm();
  });
  palette.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.matches("button")) return;
    event.preventDefault();
    confirm();
  });

  button.hidden = false;
  document.getElementById("history").hidden = false;
  button.addEventListener("click", redact);
  for (const what of ["undo", "redo"]) {
    document.getElementById(what).addEventListener("click", () => {
      text.focus();
      document.execCommand(what);
    });
  }
  text.addEventListener("input", showSoon);
  title?.addEventListener("input", showSoon);
  form.addEventListener("click", (event) => {
    const change = event.target.closest("button[name=change]");
    if (!change) return;
    event.preventDefault();
    show(change.value);
  });
  // A finding can be reached by Tab, and is then as good as selected.
  for (const mark of received?.querySelectorAll("mark") ?? []) mark.tabIndex = 0;
  document.addEventListener("redact", (event) => {
    if (redact()) event.preventDefault();
  });
})();
