import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Failure } from './failure.mjs';

const unavailableHere = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'];

/** Resolves with the error code when the port cannot be bound on that address, else with undefined. */
function bindingError(port, host) {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', error => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

/** True when nothing listens on the port, on loopback or on all addresses, IPv4 or IPv6. */
export async function isPortFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
    const code = await bindingError(port, host);
    if (code && !unavailableHere.includes(code)) {
      return false;
    }
  }
  return true;
}

/** Linux: the inodes of the sockets that listen on the port. */
function listeningInodes(port) {
  const hexadecimal = port.toString(16).toUpperCase().padStart(4, '0');
  const listening = '0A';
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(table =>
    readFileSync(table, 'utf8')
      .split('\n')
      .map(line => line.trim().split(/\s+/))
      .filter(
        fields =>
          fields[1]?.endsWith(`:${hexadecimal}`) && fields[3] === listening,
      )
      .map(fields => fields[9]),
  );
}

function holdsSocket(processId, inodes) {
  try {
    const folder = `/proc/${processId}/fd`;
    return readdirSync(folder).some(descriptor => {
      const target = readlinkSync(`${folder}/${descriptor}`);
      return inodes.some(inode => target === `socket:[${inode}]`);
    });
  } catch {
    // Another user's process, or one that has just ended.
    return false;
  }
}

function holderOnLinux(port) {
  const inodes = listeningInodes(port);
  const processId = readdirSync('/proc').find(
    name => /^\d+$/.test(name) && holdsSocket(name, inodes),
  );
  // The program only: the arguments may hold secrets.
  return (
    processId && {
      processId,
      name: path.basename(readlinkSync(`/proc/${processId}/exe`)),
    }
  );
}

function holderByLsof(port) {
  const { stdout } = spawnSync(
    'lsof',
    ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'],
    { encoding: 'utf8', timeout: 3000 },
  );
  const processId = stdout?.match(/^p(\d+)$/m)?.[1];
  return processId && { processId, name: stdout.match(/^c(.+)$/m)?.[1] };
}

/** Who listens on the port, as words for a message; empty where it cannot be told. */
function holderInWords(port) {
  try {
    const holder =
      process.platform === 'linux' ? holderOnLinux(port) : holderByLsof(port);
    return holder ? ` by ${holder.name} (process ${holder.processId})` : '';
  } catch {
    return '';
  }
}

/**
 * @param ports - what is needed: `{ port, purpose }`
 * @throws Failure that names every port that is taken, what it is for and who holds it
 */
export async function requireFreePorts(ports) {
  const taken = [];
  for (const { port, purpose } of ports) {
    if (!(await isPortFree(port))) {
      taken.push(
        `Port ${port}, which ${purpose} needs, is taken${holderInWords(port)}.`,
      );
    }
  }
  if (taken.length > 0) {
    throw new Failure(
      `${taken.join(
        '\n',
      )}\nStop what listens there (perhaps a portal that runs already), then start again.`,
    );
  }
}
