export const kindMessages = {
  personal: 'личный токен доступа',
  impersonation: 'токен имперсонации',
  group: 'токен доступа группы',
  project: 'токен доступа проекта',
  serviceAccount: 'токен сервисной учётной записи',
  groupDeploy: 'токен развёртывания группы',
  projectDeploy: 'токен развёртывания проекта',
  unknown: 'неизвестный тип',
};

export const roleMessages = {
  minimalAccess: 'Минимальный доступ',
  guest: 'Гость',
  planner: 'Планировщик',
  reporter: 'Репортёр',
  securityManager: 'Менеджер безопасности',
  developer: 'Разработчик',
  maintainer: 'Сопровождающий',
  owner: 'Владелец',
};

export const credentialMessages = {
  host: 'GitLab',
  kind: 'Тип',
  name: 'Название',
  owner: 'Владелец',
  actsAs: 'Действует как',
  role: 'Роль',
  lastUsed: 'Использован',
  neverUsed: 'никогда',
  file: 'Файл',
  scopes: 'Области действия',
  declaredScopes: 'Области действия (объявленные)',
  noScopes: 'Области действия неизвестны.',
  notKnown: 'неизвестно',
  declared: 'объявлено',
  declaredHint: 'Из конфигурации. GitLab это не подтвердил.',
};

export const scopeMessages = {
  granted: '{{scope}}',
  missing: '{{scope}}: объявлена, но отсутствует',
  surplus: '{{scope}}: лишняя',
  declared: '{{scope}}: объявлена, не подтверждена GitLab',
  more: 'ещё: {{scopes}}',
  missingMark: 'отсутствует',
  surplusMark: 'лишняя',
};

export const expiryMessages = {
  label: 'Истекает',
  left: 'ещё {{days}}',
  expired: 'истёк',
  never: 'Бессрочный',
  meter: 'Оставшийся срок действия токена',
  meterText: 'ещё {{days}}, весь срок: {{lifetime}}',
};
