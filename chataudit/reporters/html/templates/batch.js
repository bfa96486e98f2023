// What a summary cannot do without scripts: sort the chats, filter them, sum up those that are left.
// Nothing is sorted until somebody asks, and by teacher nothing can be: the page ranks nobody.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const language = document.documentElement.lang;
  document.documentElement.classList.add("js");

  const body = document.querySelector(".chats tbody");
  const rows = [...body.rows].map((row) => ({
    row,
    verdicts: new Map((row.dataset.verdicts || "").split(" ").filter(Boolean).map((each) => each.split("-"))),
    words: (row.querySelector("th").textContent + " " + (row.querySelector(".of-class")?.textContent || "")).toLowerCase().replaceAll("ё", "е"),
  }));

  const collator = new Intl.Collator(language, { numeric: true });
  const valueOf = (row, key) => {
    if (key in row.dataset && key !== "school") return Number(row.dataset[key]);
    return row.querySelector(".of-" + key)?.textContent.trim() || null;
  };
  const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
  const headers = all(".chats th[data-sort]");
  const sort = (header) => {
    const falls = header.getAttribute("aria-sort") === "ascending";
    const key = header.dataset.sort;
    headers.forEach((each) => each.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const valued = rows.map(({ row }) => [row, valueOf(row, key)]);
    valued.sort(([first, a], [second, b]) => {
      if (a === null || b === null) return (a === null) - (b === null) || first.dataset.number - second.dataset.number;
      return (falls ? compare(b, a) : compare(a, b)) || first.dataset.number - second.dataset.number;
    });
    body.append(...valued.map(([row]) => row));
  };
  headers.forEach((header) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sort(header));
    header.append(button);
  });
  headers[0].setAttribute("aria-sort", "ascending");

  const quantile = (sorted, part) => {
    const at = (sorted.length - 1) * part;
    const low = Math.floor(at);
    return sorted[low] + (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]) * (at - low);
  };
  const number = (value) => value.toLocaleString(language, { maximumFractionDigits: 1 });
  const sumUp = (shown) => {
    const scores = shown.filter(({ row }) => "score" in row.dataset).map(({ row }) => Number(row.dataset.score)).sort((a, b) => a - b);
    const put = (name, text) => { one("sum-" + name).textContent = text; };
    put("shown", shown.length);
    put("audited", shown.filter(({ row }) => row.classList.contains("audited")).length);
    put("median", scores.length ? number(quantile(scores, 0.5)) : "–");
    put("half", scores.length ? number(quantile(scores, 0.25)) + "–" + number(quantile(scores, 0.75)) : "–");
    put("violated", shown.filter(({ row }) => Number(row.dataset.violated) > 0).length);
  };

  const order = all(".shares tbody tr:first-child rect").map((rect) => rect.classList[0].slice(2));
  const share = (shown) => {
    for (const line of all(".shares tbody tr")) {
      const verdicts = shown.map((each) => each.verdicts.get(line.dataset.recommendation)).filter(Boolean);
      const width = Number(line.querySelector("svg").getAttribute("width"));
      let x = 0;
      order.forEach((verdict, at) => {
        const count = verdicts.filter((each) => each === verdict).length;
        const part = verdicts.length ? (width * count) / verdicts.length : 0;
        const rect = line.querySelectorAll("rect")[at];
        rect.setAttribute("x", x);
        rect.setAttribute("width", part);
        x += part;
        line.cells[at + 3].textContent = count || "–";
      });
    }
  };

  const fields = ["search", "by-school", "by-recommendation", "by-verdict"].map(one).filter(Boolean);
  const chosen = (id) => one(id)?.value || "";
  const fits = ({ row, verdicts, words }) => {
    const [school, recommendation, verdict] = ["by-school", "by-recommendation", "by-verdict"].map(chosen);
    const sought = chosen("search").trim().toLowerCase().replaceAll("ё", "е");
    const own = recommendation ? [verdicts.get(recommendation)] : [...verdicts.values()];
    return (!school || row.dataset.school === school) && (!verdict || own.includes(verdict)) && (!sought || words.includes(sought));
  };
  const filter = () => {
    const shown = rows.filter((each) => {
      each.row.hidden = !fits(each);
      return !each.row.hidden;
    });
    one("no-rows").hidden = shown.length > 0;
    document.querySelector(".of-filtered").hidden = shown.length === rows.length;
    sumUp(shown);
    share(shown);
  };
  let waiting;
  one("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 150); });
  fields.forEach((field) => field.addEventListener("change", filter));
  one("reset").addEventListener("click", () => { fields.forEach((field) => { field.value = ""; }); filter(); });
  filter();
})();
