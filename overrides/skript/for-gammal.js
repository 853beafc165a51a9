/* Says so where the day for the next check has passed. Pages carry dates; only the reader's own clock knows today. */
(function () {
  "use strict";

  var i_dag = new Date();
  var dag = [i_dag.getFullYear(), ("0" + (i_dag.getMonth() + 1)).slice(-2), ("0" + i_dag.getDate()).slice(-2)].join("-");
  document.querySelectorAll("time[data-ses-over]").forEach(function (tid) {
    if (tid.getAttribute("datetime") >= dag) { return; }
    var ord = document.createElement("b");
    ord.className = "for-gammal";
    ord.textContent = "För gammal: dagen har passerat. Kontrollera innan ni litar på uppgiften.";
    tid.insertAdjacentText("afterend", " ");
    tid.nextSibling.after(ord);
  });
})();
