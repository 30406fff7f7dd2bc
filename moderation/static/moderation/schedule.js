// Dragging an entry of the schedule to another time fills in its form and presses "Move".
(() => {
  const entries = document.querySelectorAll(".entry:has(form)");
  let dragged = null;

  document.querySelector(".drag-hint").hidden = !entries.length;
  for (const entry of entries) {
    entry.draggable = true;
    entry.addEventListener("dragstart", (event) => {
      dragged = entry;
      event.dataTransfer.effectAllowed = "move";
    });
    entry.addEventListener("dragend", () => (dragged = null));
  }
  for (const batch of document.querySelectorAll(".batch")) {
    const over = (is) => batch.classList.toggle("over", is && !batch.contains(dragged));
    batch.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      over(true);
    });
    batch.addEventListener("dragleave", () => over(false));
    batch.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      if (!dragged || batch.contains(dragged)) return;
      const form = dragged.querySelector("form");
      form.elements.day.value = batch.dataset.day;
      form.elements.clock.value = batch.dataset.clock;
      form.requestSubmit(form.querySelector("[value=move]"));
    });
  }
})();
