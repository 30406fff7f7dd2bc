// A phrase that is chosen stands in the text, before what was typed, and can be edited there.
(() => {
  for (const select of document.querySelectorAll("select[data-into]")) {
    const text = document.getElementById(select.dataset.into);
    let chosen = "";
    select.removeAttribute("name"); // Its words are sent with the text.
    select.addEventListener("change", () => {
      const typed = text.value.startsWith(chosen) ? text.value.slice(chosen.length) : text.value;
      chosen = select.selectedOptions[0].dataset.words || "";
      text.value = [chosen, typed.trimStart()].filter(Boolean).join("\n\n");
    });
  }
})();
