// The accounts of a digest, put in order by dragging or by their arrows. Their number fields say
// the same without this script.
(() => {
  const list = document.querySelector(".gathered");
  if (!list) return;
  const said = document.getElementById("moved");
  let dragged = null;

  const renumber = () =>
    [...list.children].forEach((item, n) => {
      item.querySelector("input[type=number]").value = n + 1;
    });

  const tell = (item) => {
    const place = [...list.children].indexOf(item) + 1;
    said.textContent = `Account ${item.dataset.account} now stands at place ${place}. Not saved yet.`;
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    const item = button.closest("li");
    const other = button.dataset.move < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    other[button.dataset.move < 0 ? "before" : "after"](item);
    button.focus();
    renumber();
    tell(item);
  });

  document.getElementById("dragging").hidden = false;
  for (const item of list.children) item.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over) return;
    event.preventDefault();
    if (over === dragged) return;
    const { top, height } = over.getBoundingClientRect();
    over[event.clientY < top + height / 2 ? "before" : "after"](dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    if (dragged) {
      renumber();
      tell(dragged);
    }
    dragged = null;
  });
})();
