import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from '../../scripts/lib/child.mjs';
import { say } from '../../scripts/lib/log.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { processTree } from '../../scripts/lib/processes.mjs';
import { findProgram } from '../../scripts/lib/system-libraries.mjs';

/**
 * @typedef {object} Way a whole program, from its start to its end
 * @property {string} name
 * @property {string[]} programs that it needs
 * @property {string[]} packages Debian's names for them
 * @property {(files: Files) => [string, string[]]} command
 */

/**
 * @typedef {object} Files absolute paths
 * @property {string[]} notes as the app keeps them, each in a file
 * @property {string} markdown
 * @property {string} html
 * @property {string} folder for what a program wants to keep
 * @property {string} pdf where to
 */

const fonts = inRoot('out', 'fonts');

/** @type {Way[]} */
const ways = [
  {
    name: 'briefing export (Node)',
    programs: [],
    packages: [],
    command: ({ notes, pdf }) => [
      process.execPath,
      [
        inRoot('out', 'main', 'cli.cjs'),
        'export',
        ...notes,
        ...(notes.length > 1 ? ['--pack'] : []),
        '--to',
        pdf,
        '--force',
        '--parts',
        'contents,source,tags',
      ],
    ],
  },
  {
    name: 'pandoc with WeasyPrint',
    programs: ['pandoc', 'weasyprint'],
    packages: ['pandoc', 'weasyprint'],
    command: ({ markdown, pdf }) => [
      'pandoc',
      [
        markdown,
        '--standalone',
        '--toc',
        '--pdf-engine=weasyprint',
        '--pdf-engine-opt=--pdf-variant=pdf/ua-1',
        '-o',
        pdf,
      ],
    ],
  },
  {
    name: 'pandoc with XeLaTeX',
    programs: ['pandoc', 'xelatex'],
    packages: ['pandoc', 'texlive-xetex', 'texlive-fonts-recommended', 'lmodern'],
    command: ({ markdown, pdf }) => [
      'pandoc',
      [
        markdown,
        '--toc',
        '--pdf-engine=xelatex',
        '-V',
        'mainfont=SourceSerif4_400Regular.ttf',
        '-V',
        `mainfontoptions=Path=${fonts}/,BoldFont=SourceSerif4_600SemiBold.ttf,ItalicFont=SourceSerif4_400Regular_Italic.ttf`,
        '-o',
        pdf,
      ],
    ],
  },
  {
    name: 'LibreOffice',
    programs: ['libreoffice'],
    packages: ['libreoffice-writer'],
    command: ({ html, folder }) => [
      'libreoffice',
      [
        `-env:UserInstallation=file://${join(folder, 'libreoffice')}`,
        '--headless',
        '--convert-to',
        'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}',
        '--outdir',
        folder,
        html,
      ],
    ],
  },
];

/**
 * The ways that this machine has, after installing what Debian has of the others, where that may be done.
 * @returns {Promise<Way[]>}
 */
export async function availableWays() {
  const missing = ways.filter((way) => !isThere(way));
  if (missing.length > 0 && findProgram('apt-get') && process.getuid?.() === 0) {
    const packages = [...new Set(missing.flatMap((way) => way.packages))];
    say(`Installing the peers from Debian: ${packages.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly('apt-get', ['update', '-q'], { env });
    await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  }
  for (const way of ways.filter((one) => !isThere(one)))
    say(`Skipped: ${way.name}, because it is not there (Debian: ${way.packages.join(', ')}).`);
  return ways.filter(isThere);
}

/** @param {Way} way */
const isThere = ({ programs }) => programs.every((program) => findProgram(program) !== undefined);

/**
 * Exports by turns with whole programs.
 * @param {Way[]} chosen
 * @param {string} folder the files go there
 * @param {string} document
 * @param {number} rounds
 * @param {typeof import('./documents')} documents
 * @returns {Promise<Record<string, import('./report.mjs').Measured>>} by way
 */
export async function exportWithPrograms(chosen, folder, document, rounds, { notesOf, markdownOf, htmlOf }) {
  /** @type {Record<string, import('./report.mjs').Measured>} */
  const measured = {};
  const name = /** @type {import('./documents').DocumentName} */ (document);
  // Once uncounted: LibreOffice makes its profile, and files come into the system's memory.
  for (let round = 0; round <= rounds; round += 1) {
    const [markdown, html] = ['md', 'html'].map((ending) => join(folder, `${document}.${ending}`));
    if (!markdown || !html) throw new Error('unreachable');
    const notes = notesOf(name, round).map((note, index) => {
      const file = join(folder, `${document}-${index}.json`);
      writeFileSync(file, JSON.stringify(note));
      return file;
    });
    writeFileSync(markdown, markdownOf(name, round));
    writeFileSync(html, htmlOf(name, round));
    for (const way of chosen) {
      const file = way.name === 'LibreOffice' ? `${document}.pdf` : `${document}, ${way.name}.pdf`;
      const command = way.command({ notes, markdown, html, folder, pdf: join(folder, file) });
      const { time, peak } = await measure(command, folder);
      if (!existsSync(join(folder, file))) throw new Error(`${way.name} wrote nothing.`);
      const of = measured[way.name] ?? { times: [], peak: 0, file };
      measured[way.name] = of;
      if (round > 0) of.times.push(time);
      of.peak = Math.max(of.peak, peak);
    }
  }
  return measured;
}

/** How often memory is looked at, in milliseconds. */
const interval = 25;

/** @param {[string, string[]]} command @param {string} cwd */
async function measure([program, args], cwd) {
  const start = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  let peak = 0;
  const timer = setInterval(() => {
    const all = processTree(child.pid ?? 0).map(({ pid }) => residentOf(pid));
    peak = Math.max(
      peak,
      all.reduce((sum, each) => sum + each, 0),
    );
  }, interval);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const time = performance.now() - start;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}.\n${errors}`);
  return { time, peak };
}

/** @param {number} pid @returns {number} memory of a process, in MB */
function residentOf(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}
