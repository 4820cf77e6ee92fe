import { commands, environmentBlock, shellWord } from './blocks';
import { RecipeSource, isOfDeployTokens } from './Site';

const STATE = 'default';

/** Terraform's state in GitLab. The password comes from the environment, as command lines are no secret. */
export const terraformRecipe: RecipeSource = {
  id: 'terraform-state',
  needs: context =>
    isOfDeployTokens(context)
      ? null
      : { scopes: [['api']], minimumRole: 'maintainer' },
  build: ({ apiUrl, project, userName }) => {
    const address = `${apiUrl}/projects/${project.id}/terraform/state/${STATE}`;
    const settings = [
      `address=${address}`,
      `lock_address=${address}/lock`,
      `unlock_address=${address}/lock`,
      `username=${userName}`,
      'lock_method=POST',
      'unlock_method=DELETE',
      'retry_wait_min=5',
    ];
    const options = settings.map(it => `-backend-config=${shellWord(it)}`);
    return {
      blocks: [
        environmentBlock('TF_HTTP_PASSWORD'),
        commands(['terraform init', ...options].join(' \\\n  ')),
      ],
      notes: ['TERRAFORM_NEEDS_HTTP_BACKEND', 'DEVELOPER_READS_STATE'],
    };
  },
};
