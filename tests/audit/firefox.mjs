// Firefox for keyboard.py: one JSON request a line comes in, one JSON answer a line goes out.
import {createInterface} from "node:readline";
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({
  browser: "firefox", executablePath: process.argv[2], headless: true, args: ["--width=1024", "--height=768"],
});
const page = await browser.newPage();
const acts = {
  open: (url) => page.goto(url, {waitUntil: "load"}),
  press: async (keys) => {
    const [key, ...held] = keys.split("+").reverse();
    for (const each of held) await page.keyboard.down(each);
    await page.keyboard.press(key === "Space" ? " " : key);
    for (const each of held) await page.keyboard.up(each);
  },
  type: (text) => page.keyboard.type(text),
  js: (code) => page.evaluate(code),
};
for await (const line of createInterface({input: process.stdin})) {
  const [name, value] = JSON.parse(line);
  try {
    const answer = await acts[name](value);
    console.log(JSON.stringify({answer: name === "js" ? answer ?? null : null}));
  } catch (error) {
    console.log(JSON.stringify({error: String(error)}));
  }
}
await browser.close();
