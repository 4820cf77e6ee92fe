/**
 * `npm run bench`: one line of JSON per figure, each beside its peer, which is measured in the same run where it is not
 * a number that was agreed upon. `npm run bench -- sops rotation` measures these two subjects alone.
 */
import { Failure, runProgram } from './failure.mjs';
import { emulatorPort, portalPorts } from './portal.mjs';
import { requireFreePorts } from './ports.mjs';
import { setUp } from './setup.mjs';

const portal = [emulatorPort, ...portalPorts];

/** By subject: the module, which is loaded when the dependencies are installed, and what it measures, in order. */
const subjects = {
  sops: { module: 'sops', measures: ['measureSops'] },
  overview: {
    module: 'overview',
    measures: ['measureColdOverview', 'measureWarmOverview'],
    ports: portal,
  },
  start: {
    module: 'portalReady',
    measures: ['measurePortalReady'],
    ports: portal,
  },
  inventory: {
    module: 'inventory',
    measures: ['measureInventory', 'measureInventoryMemory'],
  },
  inventoryPage: {
    module: 'inventoryPage',
    measures: ['measureInventoryPage'],
  },
  rotation: {
    module: 'rotation',
    measures: ['measureRotation'],
    ports: [emulatorPort],
  },
  page: { module: 'page', measures: ['measurePage'], ports: portal },
};

function chosenSubjects() {
  const names = process.argv.slice(2);
  const unknown = names.find(name => !Object.hasOwn(subjects, name));
  if (unknown) {
    throw new Failure(
      `There is nothing to measure by the name ${unknown}. There are ${Object.keys(
        subjects,
      ).join(', ')}.`,
    );
  }
  return (names.length > 0 ? names : Object.keys(subjects)).map(
    name => subjects[name],
  );
}

await runProgram(async () => {
  const chosen = chosenSubjects();
  const tools = await setUp(text => console.error(text));
  const ports = new Set(chosen.flatMap(subject => subject.ports ?? []));
  await requireFreePorts([...ports]);
  const kept = [];
  for (const { module, measures } of chosen) {
    const subject = await import(`../bench/${module}.mjs`);
    for (const measure of measures) {
      kept.push(await subject[measure](tools));
    }
  }
  return kept.every(Boolean) ? 0 : 1;
});
