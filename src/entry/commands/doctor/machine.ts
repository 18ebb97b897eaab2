import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { freeBytes } from '#platform/postgres/cluster.ts';
import { findTesseract } from '#platform/docread/scan-tesseract.ts';
import { publishedAddress } from '../running-address.ts';
import { bad, type Finding, good, note } from './finding.ts';

const GIGABYTE = 1024 ** 3;
const LITTLE_ROOM = GIGABYTE / 2;
const PROGRAM_PARTS = ['dist/cli.js', 'dist/reader.js', 'dist/typesetter.js', 'dist/assets/manifest.json'];
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Checks what the machine itself must give: Node, the built program, a folder, a port, and tools that may be there. */
export async function machineFindings(config: Config): Promise<Finding[]> {
  return [
    nodeFinding(),
    programFinding(),
    folderFinding(config.dataFolder),
    await portFinding(config),
    await typesetterFinding(),
    tesseractFinding(),
    chromiumFinding(),
  ];
}

function nodeFinding(): Finding {
  const version = process.versions.node;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return fits ? good((t) => t.node(version)) : bad((t) => t.nodeOld(version));
}

/** The parts that run as programs of their own, without which reading or printing fails only when somebody asks. */
function programFinding(): Finding {
  const missing = PROGRAM_PARTS.filter((part) => !existsSync(join(productRoot, part)));
  return missing.length === 0 ? good((t) => t.program) : bad((t) => t.programMissing(missing.join(', ')));
}

function folderFinding(folder: string): Finding {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    return bad((t) => t.folderClosed(folder));
  }
  const free = freeBytes(folder);
  const gigabytes = (free / GIGABYTE).toFixed(1);
  return free > LITTLE_ROOM
    ? good((t) => t.folder(folder, gigabytes))
    : bad((t) => t.folderFull(folder, gigabytes));
}

async function portFinding(config: Config): Promise<Finding> {
  if (await canListen(config)) return good((t) => t.portFree(config.port));
  const address = publishedAddress(config.dataFolder);
  return address ? good((t) => t.portOurs(address)) : bad((t) => t.portTaken(config.port));
}

function canListen({ port, host }: Config): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** Its part for the processor is a package of its own, which does not exist for all of them. */
async function typesetterFinding(): Promise<Finding> {
  try {
    await import('@myriaddreamin/typst-ts-node-compiler');
    return good((t) => t.typesetter);
  } catch {
    return note((t) => t.noTypesetter(`${process.platform}-${process.arch}`));
  }
}

function tesseractFinding(): Finding {
  const path = findTesseract();
  return path ? note((t) => t.tesseract(path)) : note((t) => t.noTesseract);
}

function chromiumFinding(): Finding {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = CHROMIUM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = paths.find((candidate) => existsSync(candidate));
  return path ? note((t) => t.chromium(path)) : note((t) => t.noChromium);
}
