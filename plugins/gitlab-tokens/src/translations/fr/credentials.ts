export const kindMessages = {
  personal: 'jeton d’accès personnel',
  impersonation: 'jeton d’emprunt d’identité',
  group: 'jeton d’accès de groupe',
  project: 'jeton d’accès de projet',
  serviceAccount: 'jeton de compte de service',
  groupDeploy: 'jeton de déploiement de groupe',
  projectDeploy: 'jeton de déploiement de projet',
  unknown: 'type inconnu',
};

export const roleMessages = {
  minimalAccess: 'Accès minimal',
  guest: 'Invité',
  planner: 'Planificateur',
  reporter: 'Rapporteur',
  securityManager: 'Gestionnaire de sécurité',
  developer: 'Développeur',
  maintainer: 'Chargé de maintenance',
  owner: 'Propriétaire',
};

export const credentialMessages = {
  host: 'GitLab',
  kind: 'Type',
  name: 'Nom',
  owner: 'Propriétaire',
  actsAs: 'Agit en tant que',
  role: 'Rôle',
  lastUsed: 'Dernière utilisation',
  neverUsed: 'jamais',
  file: 'Fichier',
  scopes: 'Portées',
  declaredScopes: 'Portées (déclarées)',
  noScopes: 'Aucune portée n’est connue.',
  notKnown: 'inconnu',
  declared: 'déclaré',
  declaredHint: 'Selon la configuration. GitLab ne l’a pas confirmé.',
};

export const scopeMessages = {
  granted: '{{scope}}',
  missing: '{{scope}} : déclarée, mais manquante',
  surplus: '{{scope}} : superflue',
  declared: '{{scope}} : déclarée, non confirmée par GitLab',
  more: 'et aussi : {{scopes}}',
  missingMark: 'manquante',
  surplusMark: 'superflue',
};

export const expiryMessages = {
  label: 'Expiration',
  left: 'encore {{days}}',
  expired: 'expiré',
  never: 'N’expire jamais',
  meter: 'Durée de vie restante du jeton',
  meterText: 'encore {{days}} sur {{lifetime}}',
};
