/* The editor in Studio: sends the form, shows what is wrong with it. */

/* exported MoocbuildStudio */
function MoocbuildStudio(runtime, element, told) {
  "use strict";
  const form = (element[0] || element).querySelector(".mb-studio");
  const box = form.querySelector(".mb-problems");

  function show(problems) {
    const list = box.querySelector("ul");
    list.textContent = "";
    problems.forEach((problem) => {
      list.appendChild(document.createElement("li")).textContent = problem;
    });
    box.hidden = !problems.length;
  }

  function values() {
    const body = {};
    Array.from(form.elements).filter((field) => field.name).forEach((field) => {
      body[field.name] = field.type === "number" ? field.valueAsNumber : field.value;
    });
    return JSON.stringify(body);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    runtime.notify("save", {state: "start", message: told.saving});
    window.jQuery.ajax({
      url: runtime.handlerUrl(element, "studio_submit"), method: "POST",
      contentType: "application/json", dataType: "json", data: values(),
    }).then(() => runtime.notify("save", {state: "end"}), (failed) => {
      const said = failed.responseJSON || {};
      const problems = said.problems || [said.error || String(failed.status)];
      show(problems);
      runtime.notify("error", {title: told.failed, message: problems.join("; ")});
    });
  });
  form.querySelector(".cancel-button").addEventListener("click", () => runtime.notify("cancel", {}));
}
