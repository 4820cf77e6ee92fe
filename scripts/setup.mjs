import { provideDependencies } from './dependencies.mjs';
import { environmentWithNode, provideNode } from './toolchain.mjs';

/**
 * What every command needs before its own work: a Node that fits, and the dependencies.
 *
 * @returns `node`, the program, and `environment`, in which children find it
 */
export async function setUp(say) {
  const node = provideNode(say);
  const environment = environmentWithNode(node);
  await provideDependencies({ node, environment, say });
  return { node, environment };
}
