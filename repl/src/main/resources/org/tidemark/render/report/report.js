(() => {
  "use strict";
  // Everything on the page can be read without this. It reads values off plots, sorts tables and
  // unfolds what is folded where it is printed or linked to.
  const all = (within, what) => Array.from(within.querySelectorAll(what));

  // ---- plots

  const SVG = "http://www.w3.org/2000/svg";

  /** What can be read off a picture: for each series its points, from left to right. */
  function read(svg) {
    const of = (hit, name) => parseFloat(hit.getAttribute(name));
    const groups = all(svg, "g.v").map((group) => Array.from(group.children).map((hit) => ({
      x: hit.tagName === "rect" ? of(hit, "x") + of(hit, "width") / 2 : of(hit, "cx"),
      y: hit.tagName === "rect" ? of(hit, "y") : of(hit, "cy"),
      text: hit.textContent,
    })));
    const ring = document.createElementNS(SVG, "circle");
    ring.setAttribute("class", "ring");
    ring.setAttribute("r", "6");
    return { svg, groups: groups.filter((group) => group.length), ring };
  }

  function plot(box) {
    const pictures = all(box, "svg").map(read);
    if (!pictures.some((picture) => picture.groups.length)) { return; }
    const words = document.createElement("p");
    words.className = "at";
    words.setAttribute("aria-live", "polite");
    box.append(words);
    box.classList.add("live");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Values of " + box.dataset.name + ", read with the arrow keys");
    let series = 0;
    let point = -1;

    const visible = () => pictures.find((p) => p.svg.getClientRects().length) || pictures[0];
    function show(s, i) {
      const picture = visible();
      const hit = picture.groups[s][i];
      series = s;
      point = i;
      // the drawing for narrow screens has the same points without their words
      words.textContent = hit.text || pictures[0].groups[s][i].text;
      picture.ring.setAttribute("cx", hit.x);
      picture.ring.setAttribute("cy", hit.y);
      picture.svg.append(picture.ring);
    }
    function clear() {
      point = -1;
      words.textContent = "";
      pictures.forEach((picture) => picture.ring.remove());
    }
    function nearest(event) {
      const picture = visible();
      const frame = picture.svg.getBoundingClientRect();
      const scale = picture.svg.viewBox.baseVal.width / frame.width;
      const x = (event.clientX - frame.left) * scale;
      const y = (event.clientY - frame.top) * scale;
      let best = [Infinity, 0, 0];
      picture.groups.forEach((group, s) => group.forEach((hit, i) => {
        // what lies above or below counts as nearer than what lies beside
        const distance = 9 * (hit.x - x) ** 2 + (hit.y - y) ** 2;
        if (distance < best[0]) { best = [distance, s, i]; }
      }));
      show(best[1], best[2]);
    }
    function along(step) {
      const group = visible().groups[series];
      show(series, Math.min(group.length - 1, Math.max(0, point < 0 && isFinite(step) ? 0 : point + step)));
    }
    function across(step) {
      const { groups } = visible();
      const next = (series + step + groups.length) % groups.length;
      const from = groups[series][Math.max(0, point)].x;
      const order = groups[next].map((hit, i) => [Math.abs(hit.x - from), i]);
      show(next, order.reduce((a, b) => (b[0] < a[0] ? b : a))[1]);
    }
    const keys = {
      ArrowLeft: () => along(-1),
      ArrowRight: () => along(1),
      ArrowUp: () => across(-1),
      ArrowDown: () => across(1),
      Home: () => along(-Infinity),
      End: () => along(Infinity),
      Escape: clear,
    };
    box.addEventListener("keydown", (event) => {
      if (keys[event.key] && !event.altKey && !event.ctrlKey && !event.metaKey) {
        keys[event.key]();
        event.preventDefault();
      }
    });
    box.addEventListener("pointermove", nearest);
    box.addEventListener("pointerdown", nearest);
    box.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && document.activeElement !== box) { clear(); }
    });
    box.addEventListener("blur", clear);
  }
  all(document, ".plot").forEach(plot);

  // ---- tables

  function number(cell) {
    const text = cell.textContent.replace(/\u2212/g, "-");
    return /^-?[\d.]/.test(text) ? parseFloat(text) : NaN;
  }
  function compare(column, sign) {
    return (a, b) => {
      const x = a.cells[column];
      const y = b.cells[column];
      const m = number(x);
      const n = number(y);
      if (isNaN(m) !== isNaN(n)) { return isNaN(m) ? 1 : -1; }
      const words = () => x.textContent.localeCompare(y.textContent);
      return sign * (isNaN(m) ? words() : m - n || words());
    };
  }
  function sortable(head) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      const body = head.closest("table").tBodies[0];
      all(head.parentNode, "th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      body.append(...Array.from(body.rows).sort(compare(head.cellIndex, up ? 1 : -1)));
    });
  }
  all(document, "table").forEach((table) => {
    if (table.tBodies[0].rows.length > 2) { all(table, "thead th").forEach(sortable); }
  });

  // ---- what is folded

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(document, "details:not([open])");
    opened.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((part) => { part.open = false; }));
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const fold = target && target.closest("details");
    if (fold) { fold.open = true; }
  }
  addEventListener("hashchange", reveal);
  reveal();
})();
