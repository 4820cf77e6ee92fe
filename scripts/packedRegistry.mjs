import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** The path of a package's archive, as the npm registry has it: Yarn writes down the addresses of all others. */
function archivePath({ name, version }) {
  return `${name}/-/${path.basename(name)}-${version}.tgz`;
}

/** What a registry says of a package that has one version. */
function packument({ manifest, file }, address) {
  const archive = readFileSync(file);
  const digest = (algorithm, encoding) =>
    createHash(algorithm).update(archive).digest(encoding);
  const dist = {
    tarball: `${address}/${archivePath(manifest)}`,
    shasum: digest('sha1', 'hex'),
    integrity: `sha512-${digest('sha512', 'base64')}`,
  };
  return {
    name: manifest.name,
    'dist-tags': { latest: manifest.version },
    versions: { [manifest.version]: { ...manifest, dist } },
  };
}

/**
 * An npm registry on loopback that has these packages alone, so that they are installed by their names, as they would
 * be once they are published.
 *
 * @param packages - `{ manifest, file }` of each
 * @returns `address` and `stop()`
 */
export async function startPackedRegistry(packages) {
  const server = createServer(({ url, headers }, response) => {
    const asked = decodeURIComponent(url.slice(1));
    const named = packages.find(it => it.manifest.name === asked);
    const archive = packages.find(it => asked === archivePath(it.manifest));
    if (named) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(packument(named, `http://${headers.host}`)));
    } else if (archive) {
      response.end(readFileSync(archive.file));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () => server.close(),
  };
}
