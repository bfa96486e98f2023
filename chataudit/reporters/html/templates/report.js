
// What a page cannot do without scripts: search, count what matches, copy a finding, open what is printed or linked to.
// Filters work by style rules alone; here the same choices also open the recommendations that hold what matches.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  document.documentElement.classList.add("js");

  const recommendations = all(".rec").map((rec) => ({
    rec, details: rec.querySelector("details"), findings: all(".finding", rec), opened: null,
  }));
  const fields = ["by-recommendation", "by-severity", "by-month", "by-author"].map(one).filter(Boolean);
  const search = one("search");
  const words = new Map();
  const wordsOf = (finding) => {
    if (!words.has(finding)) words.set(finding, finding.textContent.toLowerCase().replaceAll("ё", "е"));
    return words.get(finding);
  };

  const filter = () => {
    const [number, ...marks] = ["by-recommendation", "by-severity", "by-month", "by-author"].map((id) => one(id)?.value || "");
    const sought = search.value.trim().toLowerCase().replaceAll("ё", "е");
    const active = Boolean(number || sought || marks.some(Boolean));
    let count = 0;
    for (const each of recommendations) {
      const named = !number || each.rec.classList.contains(number);
      let own = 0;
      for (const finding of each.findings) {
        const fits = named && marks.every((mark) => !mark || finding.classList.contains(mark)) && (!sought || wordsOf(finding).includes(sought));
        finding.hidden = !fits;
        own += fits;
      }
      each.rec.hidden = active && !own;
      if (active && each.opened === null) each.opened = each.details.open;
      if (active) each.details.open = own > 0;
      else if (each.opened !== null) { each.details.open = each.opened; each.opened = null; }
      count += own;
    }
    const matching = one("matching");
    matching.hidden = !active;
    matching.querySelector("b").textContent = count;
  };

  if (search) {
    let waiting;
    search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 150); });
    fields.forEach((field) => field.addEventListener("change", filter));
    one("reset").addEventListener("click", () => { search.value = ""; fields.forEach((field) => { field.value = ""; }); filter(); });
  }

  const openAll = (open) => recommendations.forEach(({ details }) => { details.open = open; });
  one("expand").addEventListener("click", () => openAll(true));
  one("collapse").addEventListener("click", () => openAll(false));
  one("print").addEventListener("click", () => window.print());

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all(".rec details:not([open]), footer details:not([open])");
    closed.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));

  const show = () => {
    const target = location.hash && one(location.hash.slice(1));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target.classList.contains("rec")) target.querySelector("details").open = true;
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", show);
  show();

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      const focused = document.activeElement;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      focused?.focus();
    }
  };
  const told = (finding) => {
    const parts = all(".what, figcaption, blockquote", finding).map((part) => part.textContent.replace(/\s+/g, " ").trim());
    return [...parts, location.href.split("#")[0] + "#" + finding.id].join("\n");
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (!button) return;
    const ready = button.closest(".ready");
    await copy(ready ? ready.querySelector(".paste").textContent : told(button.closest(".finding")));
    const label = button.dataset.label ??= button.textContent;
    button.textContent = one("told").textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; one("told").textContent = ""; }, 1500);
  });
})();
