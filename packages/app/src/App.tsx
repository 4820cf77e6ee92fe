import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';

/** The plugins are those of package.json (`app.packages: all`); here is only what belongs to this portal alone. */
export default createApp({ features: [navModule] });
