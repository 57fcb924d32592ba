from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'catalogue.js'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    pass
    yield '"use strict";\n{\n  const find = (what) => document.querySelector(what);\n  const facts = JSON.parse(find("#facts").textContent);\n  const field = find("#words");\n  const chosen = find("#language");\n  const courses = [...document.querySelectorAll("article")];\n  const plurals = new Intl.PluralRules(facts.language);\n  const texts = new Map();\n\n  /** Letters alone: "Économie" is found by "economie". */\n  const plain = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();\n\n  function textOf(course) {\n    if (!texts.has(course)) texts.set(course, plain(course.textContent));\n    return texts.get(course);\n  }\n\n  function tell(n) {\n    const form = facts.found[plurals.select(n)] ?? facts.found.other;\n    const said = form.replace("{n}", n);\n    const status = find("#found");\n    if (status.textContent !== said) status.textContent = said;\n  }\n\n  function filter() {\n    const wanted = plain(field.value).split(/\\s+/).filter(Boolean);\n    let n = 0;\n    for (const course of courses) {\n      const spoken = !chosen.value || course.dataset.languages.split(" ").includes(chosen.value);\n      const fits = spoken && wanted.every((word) => textOf(course).includes(word));\n      course.hidden = !fits;\n      if (fits) n += 1;\n    }\n    tell(n);\n  }\n\n  let later;\n  function soon() {\n    clearTimeout(later);\n    later = setTimeout(filter, 120);\n  }\n\n  const tags = new Set(courses.flatMap((course) => course.dataset.languages.split(" ")));\n  for (const tag of [...tags].filter(Boolean).sort()) {\n    const name = new Intl.DisplayNames([facts.language, "en"], {type: "language", fallback: "code"}).of(tag);\n    chosen.append(new Option(name, tag));\n  }\n  find("form").addEventListener("submit", (event) => event.preventDefault());\n  field.addEventListener("input", soon);\n  chosen.addEventListener("change", filter);\n  find("form").hidden = false;\n  filter(); // browsers fill in what was there before\n}'

blocks = {}
debug_info = ''
