// moodle_files.mjs PLUGIN FOLDER: features of the plugin parsed; each template, filled with its own example, as a page in FOLDER.
// Prints a JSON list of what is wrong.
import fs from 'node:fs';
import path from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import Mustache from 'mustache';

const [plugin, folder] = process.argv.slice(2);
const wrong = [];
let last = 0;
const newId = () => String(++last);

for (const file of fs.globSync(path.join(plugin, 'tests/behat/*.feature'))) {
  try {
    const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
    const scenarios = compile(parser.parse(fs.readFileSync(file, 'utf8')), file, newId);
    if (!scenarios.length || scenarios.some(each => !each.steps.length)) {
      wrong.push(`${path.basename(file)}: a scenario without steps`);
    }
  } catch (error) {
    wrong.push(`${path.basename(file)}: ${error.message}`);
  }
}

const templates = path.join(plugin, 'templates');
const part = name => fs.readFileSync(path.join(templates, `${path.basename(name)}.mustache`), 'utf8');
const helpers = {
  str: () => text => `((${encodeURIComponent(text)}))`,
  quote: () => (text, render) => JSON.stringify(render(text.trim())),
  pix: () => () => '<img src="x.png" alt="">',
  js: () => () => '',
  uniqid: () => 'one',
};
const ignored = fs.readFileSync(path.join(templates, '.mustachelintignore'), 'utf8').split('\n');
for (const file of fs.globSync(path.join(templates, '*.mustache'))) {
  const name = path.basename(file, '.mustache');
  const text = fs.readFileSync(file, 'utf8');
  if (!text.includes(`@template local_moocbuild/${name}\n`)) wrong.push(`${name}: @template names another`);
  const example = /Example context \(json\):([\s\S]*?)\n\}\}/.exec(text);
  if (!example) {
    wrong.push(`${name}: no example`);
    continue;
  }
  try {
    const body = Mustache.render(text, { ...JSON.parse(example[1]), ...helpers }, part);
    const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${name}</title></head><body>${body}</body></html>`;
    if (!ignored.includes(`${name}.mustache`)) fs.writeFileSync(path.join(folder, `${name}.html`), page);
  } catch (error) {
    wrong.push(`${name}: ${error.message}`);
  }
}
console.log(JSON.stringify(wrong));
