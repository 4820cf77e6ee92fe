import { Content } from '@backstage/core-components';
import { EnvironmentsPage } from './EnvironmentsPage';

/** The tab *Environments* as the frontend system shows it below the header of the plugin. */
export function EnvironmentsTab() {
  return (
    <main>
      <Content>
        <EnvironmentsPage />
      </Content>
    </main>
  );
}
