import { Content } from '@backstage/core-components';
import { TokensPage } from './TokensPage';

/** The tab *Tokens* as the frontend system shows it below the header of the plugin. */
export function TokensTab() {
  return (
    <main>
      <Content>
        <TokensPage />
      </Content>
    </main>
  );
}
