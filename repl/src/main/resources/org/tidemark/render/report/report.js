(function () {
  "use strict";
  // Everything on the page can be read without this; it sorts tables and unfolds for printing.
  function number(cell) {
    var text = cell.textContent.replace(/\u2212/g, "-");
    return /^-?[\d.]/.test(text) ? parseFloat(text) : NaN;
  }
  function compare(column, sign) {
    return function (a, b) {
      var x = a.cells[column], y = b.cells[column], m = number(x), n = number(y);
      if (isNaN(m) || isNaN(n)) {
        if (isNaN(m) !== isNaN(n)) { return isNaN(m) ? 1 : -1; }
        return sign * x.textContent.localeCompare(y.textContent);
      }
      return sign * (m - n || x.textContent.localeCompare(y.textContent));
    };
  }
  function sortable(head) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      var up = head.getAttribute("aria-sort") !== "ascending";
      var body = head.closest("table").tBodies[0];
      head.parentNode.querySelectorAll("th").forEach(function (other) {
        other.removeAttribute("aria-sort");
      });
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      var rows = Array.prototype.slice.call(body.rows).sort(compare(head.cellIndex, up ? 1 : -1));
      var sorted = document.createDocumentFragment();
      rows.forEach(function (row) { sorted.appendChild(row); });
      body.appendChild(sorted);
    });
  }
  document.querySelectorAll("table").forEach(function (table) {
    if (table.tBodies[0].rows.length > 2) {
      table.querySelectorAll("thead th").forEach(sortable);
    }
  });

  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (part) { part.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (part) { part.open = false; });
  });

  // A link into something folded unfolds it.
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    var fold = target && target.closest("details");
    if (fold) { fold.open = true; }
  }
  addEventListener("hashchange", reveal);
  reveal();
})();
