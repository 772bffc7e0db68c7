// Checks a page of evidence with checkers that are not ours, and draws it: node check.mjs PAGE.html [PICTURE.png]
// Says each problem on a line and ends with 1 when there is any.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const [page, picture] = process.argv.slice(2).map((path) => resolve(path));
const problems = [];

await htmlValidate();
nuChecker();
await inChromium();
problems.forEach((problem) => console.log(problem));
console.log(problems.length === 0 ? "No problems." : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function htmlValidate() {
  const validate = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
    // How elements that hold nothing are written, and where lines end, is nobody's trouble.
    rules: { "void-style": "off", "no-trailing-whitespace": "off" },
  });
  const report = await validate.validateFile(page);
  for (const result of report.results) {
    for (const { line, ruleId, message } of result.messages) {
      problems.push(`html-validate: line ${line}: ${message} (${ruleId})`);
    }
  }
  console.log("html-validate has read it.");
}

function nuChecker() {
  const jar = require("vnu-jar");
  try {
    execFileSync("java", ["-jar", String(jar), "--format", "json", page], { stdio: "pipe" });
  } catch (error) {
    const said = String(error.stderr);
    for (const { lastLine, message } of JSON.parse(said).messages) {
      problems.push(`Nu: line ${lastLine}: ${message}`);
    }
  }
  console.log("The Nu checker has read it.");
}

async function inChromium() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const ways = [
    { name: "wide", width: 1100, media: {} },
    { name: "320 wide", width: 320, media: {} },
    { name: "high contrast", width: 1100, media: { forcedColors: "active" } },
    { name: "dark, high contrast", width: 1100, media: { forcedColors: "active", colorScheme: "dark" } },
    { name: "printed", width: 690, media: { media: "print" } },
  ];
  for (const { name, width, media } of ways) {
    // The page lets nothing be run, so the checker is brought from outside.
    const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 1000 } });
    const tab = await context.newPage();
    const asked = [];
    tab.on("request", (request) => asked.push(request.url()));
    await tab.emulateMedia(media);
    await tab.goto(pathToFileURL(page).href);
    if (asked.length !== 1) problems.push(`${name}: it fetched ${asked.slice(1).join(", ")}`);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) problems.push(`${name}: it is ${wide} wide, of ${width}`);
    await tab.evaluate(axe);
    const found = await tab.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }));
    for (const { id, help, nodes } of found.violations) {
      problems.push(`axe, ${name}: ${help} (${id}): ${nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
    }
    for (const { id, nodes } of found.incomplete) {
      console.log(`axe, ${name}: to be looked at by somebody: ${id}, ${nodes.length} times`);
    }
    if (process.env.DRAW_ALL) await tab.screenshot({ path: `${page}.${width}.${media.forcedColors ?? "plain"}.png`, fullPage: true });
    await context.close();
  }
  console.log("axe has read it in Chromium: wide, 320 wide, in high contrast, printed.");
  if (picture) await draw(browser);
  await browser.close();
}

// The first screen of it, as somebody opens it.
async function draw(browser) {
  const tab = await browser.newPage({ viewport: { width: 1000, height: 1250 } });
  await tab.goto(pathToFileURL(page).href);
  const from = process.env.FROM ? await tab.locator(`#${process.env.FROM}`).boundingBox() : { y: 0 };
  const clip = { x: 0, y: from.y, width: 1000, height: Number(process.env.TALL ?? 1250) };
  await tab.screenshot({ path: picture, clip, fullPage: true });
  await tab.pdf({ path: picture.replace(/png$/, "pdf"), preferCSSPageSize: true });
  console.log(`Drawn: ${picture}`);
}
