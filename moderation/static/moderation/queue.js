// Keys in the queue: they press what is on the page already, and can be switched off.
(() => {
  const on = () => document.querySelector("meta[name=shortcuts]")?.content === "on";
  const links = [...document.querySelectorAll("[data-row] th a")];
  const here = () => links.indexOf(document.activeElement);
  const within = (selector) => document.activeElement.closest("[data-row]")?.querySelector(selector);
  const choose = () => within("[name=chosen]")?.click();
  const keys = {
    j: () => links[Math.min(here() + 1, links.length - 1)]?.focus(),
    k: () => links[Math.max(here() - 1, 0)]?.focus(),
    c: () => within("[data-claim]")?.click(),
    x: choose,
    " ": choose,
    "?": () => {
      const help = document.getElementById("keys");
      help.open = true;
      help.querySelector("summary").focus();
    },
  };

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!on()) return;
    if (event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(keys, key)) return;
    if (target.closest("input:not([type=checkbox]), select, textarea")) return;
    if (key === " " && !links.includes(target)) return;
    event.preventDefault();
    keys[key]();
  });

  // Where the page comes back after a claim, the same row is in hand.
  links.find((link) => `#${link.id}` === location.hash)?.focus();
})();
