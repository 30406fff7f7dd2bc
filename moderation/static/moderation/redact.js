// Redacting by selection: the marked words get their brackets, category and reason in the text.
(() => {
  const text = document.getElementById("id_marked");
  const button = document.getElementById("redact");
  if (!text || !button) return;
  const chosen = (id) => document.getElementById(id).value;

  button.hidden = false;
  button.addEventListener("click", () => {
    const { selectionStart: start, selectionEnd: end, value } = text;
    const words = value.slice(start, end);
    const inner = words.trim();
    text.focus();
    if (!inner || inner.includes("[[") || inner.includes("]]")) return;
    const from = start + words.indexOf(inner);
    text.setSelectionRange(from, from + inner.length);
    const mark = `[[${inner}|${chosen("id_category")}|${chosen("id_reason")}]]`;
    // execCommand keeps the browser's own undo; where it is refused, setRangeText does the work.
    if (!document.execCommand("insertText", false, mark)) {
      text.setRangeText(mark, from, from + inner.length, "end");
    }
  });
})();
