// A prediction becomes a box to type in; what is typed opens the answer below. Without this
// script the cell and its folded output simply stand there.
document.addEventListener("DOMContentLoaded", () => {
  for (const cell of document.querySelectorAll(".cell")) {
    const asked = cell.querySelector("pre")?.textContent.match(/^guess\(\.\.\.\) *# *(.*)\s*$/);
    if (!asked) continue;
    const line = document.createElement("label");
    line.className = "guess";
    line.textContent = `Your guess (${asked[1].trim()}) `;
    const box = document.createElement("input");
    box.type = "text";
    box.inputMode = "decimal";
    line.append(box);
    box.addEventListener("change", () => {
      for (let next = cell.nextElementSibling; next?.matches(".cell"); next = next.nextElementSibling)
        next.querySelectorAll("details").forEach((fold) => { fold.open = true; });
    });
    cell.replaceChildren(line);
  }
});

// What scrolls by itself on a phone can be reached, and so scrolled, by keyboard.
window.addEventListener("load", () => {
  for (const wide of document.querySelectorAll(".bd-article table, div.math, .bd-article pre"))
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
});

// A closed fold would print nothing of what it holds.
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details.hide:not([open])")];
  closed.forEach((fold) => { fold.open = true; });
});
window.addEventListener("afterprint", () => closed.forEach((fold) => { fold.open = false; }));
