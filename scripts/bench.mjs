/** `npm run bench`: one line of JSON per figure, each with its peer, which is measured in the same run. */
import {
  measureInventory,
  measureInventoryMemory,
} from '../bench/inventory.mjs';
import { measureInventoryPage } from '../bench/inventoryPage.mjs';
import {
  measureColdOverview,
  measureWarmOverview,
} from '../bench/overview.mjs';
import { measurePage } from '../bench/page.mjs';
import { measurePortalReady } from '../bench/portalReady.mjs';
import { measureRotation } from '../bench/rotation.mjs';
import { measureSops } from '../bench/sops.mjs';
import { runProgram } from './failure.mjs';
import { emulatorPort, portalPorts } from './portal.mjs';
import { requireFreePorts } from './ports.mjs';
import { setUp } from './setup.mjs';

await runProgram(async () => {
  const tools = await setUp(text => console.error(text));
  await requireFreePorts([emulatorPort, ...portalPorts]);
  const kept = [
    await measureSops(tools),
    await measureColdOverview(tools),
    await measureWarmOverview(tools),
    await measurePortalReady(tools),
    await measureInventory(tools),
    await measureInventoryMemory(tools),
    await measureInventoryPage(tools),
    await measureRotation(tools),
    await measurePage(tools),
  ];
  return kept.every(Boolean) ? 0 : 1;
});
