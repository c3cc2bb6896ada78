// SPDX-License-Identifier: Apache-2.0
// Drives Debian's Chromium with playwright-core for browser.py: a command a line as JSON comes in, an answer a line goes out.
//   node drive.cjs CHROMIUM DOWNLOADS
const { chromium } = require("playwright-core");
const fs = require("fs"), path = require("path"), readline = require("readline");

const [program, downloads] = process.argv.slice(2);
// browser.py writes keys as WebDriver does.
const kKeys = { "\ue007": "Enter", "\ue00c": "Escape", "\ue015": "ArrowDown", "\ue014": "ArrowRight", "\ue004": "Tab", "\ue008": "Shift",
  "\ue009": "Control", "\ue012": "ArrowLeft", "\ue013": "ArrowUp" };
const nameOf = (key) => kKeys[key] || key;

async function press(page, key) {
  if (kKeys[key] || /^[ -~]$/.test(key)) await page.keyboard.press(nameOf(key));
  else await page.keyboard.insertText(key);
}

async function main() {
  const browser = await chromium.launch({ executablePath: program, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
  const context = await browser.newContext({ viewport: { width: 1400, height: 780 }, acceptDownloads: true });
  const page = await context.newPage();
  let said = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) said.push(message.text()); });
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("download", async (download) => {
    const file = path.join(downloads, download.suggestedFilename());
    await download.saveAs(file + ".part");
    fs.renameSync(file + ".part", file);
  });
  const commands = {
    open: ({ address }) => page.goto(address).then(() => null),
    run: ({ script, values }) => page.evaluate(new Function("values", `return (function () { ${script}\n }).apply(null, values)`), values),
    press: async ({ keys }) => { for (const key of keys) await press(page, key); },
    press_with: async ({ held, key }) => { await page.keyboard.down(nameOf(held)); await press(page, key); await page.keyboard.up(nameOf(held)); },
    click: ({ x, y }) => page.mouse.click(x, y),
    shoot: async ({ file }) => { await page.screenshot({ path: file }); },
    resize: ({ width, height }) => page.setViewportSize({ width, height }),
    messages: () => { const now = said; said = []; return now; },
  };
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { command, ...fields } = JSON.parse(line);
    let answer;
    try {
      const value = await commands[command](fields);
      answer = { value: value === undefined ? null : value };
    } catch (error) {
      answer = { error: String(error) };
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
  await browser.close();
}

main().catch((error) => { console.error(error); process.exit(1); });
