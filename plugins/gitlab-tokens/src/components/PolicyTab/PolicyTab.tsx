import { Content } from '@backstage/core-components';
import { PolicyPage } from './PolicyPage';

/** The tab *Policy* as the frontend system shows it below the header of the plugin. */
export function PolicyTab() {
  return (
    <main>
      <Content>
        <PolicyPage />
      </Content>
    </main>
  );
}
