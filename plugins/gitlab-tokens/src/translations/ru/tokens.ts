export const tokensMessages = {
  tab: 'Токены',
  caption: 'Токены групп, проектов и людей, указанных в конфигурации',
  region: 'Токены, горизонтальная прокрутка',
  loading: 'Загрузка токенов',
  loadingMore: 'Загрузка других токенов…',
  refresh: 'Загрузить заново',
  listed: 'Список из GitLab: {{ago}}',
  listedHint:
    'Когда GitLab в последний раз полностью перечислил токены всех владельцев. Бэкенд запрашивает его время от времени.',
  neverListed: 'Список из GitLab ещё не получен',
  shown: 'Токены {{from}}–{{to}} из {{total}}',
  shownAtLeast: 'Токены {{from}}–{{to}} из более чем {{total}}',
  rowsPerPage: 'Токенов на странице',
  nextPage: 'Следующая страница',
  previousPage: 'Предыдущая страница',
  export: 'Экспорт в CSV',
  exporting: 'Экспорт…',
  exportHint: 'Все подходящие токены, не только эта страница',
  exportFailed: 'Экспортировать токены не удалось.',
  stale: 'Эти токены загрузить не удалось. Показано запрошенное ранее.',
  columns: 'Столбцы',
  column: {
    name: 'Название',
    kind: 'Тип',
    owner: 'Владелец',
    role: 'Роль',
    scopes: 'Области действия',
    state: 'Состояние',
    expiresAt: 'Истекает',
    lastUsedAt: 'Использован',
    createdAt: 'Создан',
    username: 'Действует как',
    tokenId: 'Номер',
    actions: 'Действия',
  },
  never: 'никогда',
  noRole: 'нет',
  notKnown: 'неизвестно',
  credentialOf: 'Токен портала: {{environments}}',
  select: 'Выбрать {{name}}',
  selectAll: 'Выбрать все токены этой страницы',
  sortBy: 'Сортировка',
  turnOrder: {
    asc: 'По возрастанию; изменить порядок',
    desc: 'По убыванию; изменить порядок',
  },
  selected_one: 'Выбран {{count}} токен',
  selected_few: 'Выбрано {{count}} токена',
  selected_many: 'Выбрано {{count}} токенов',
  selected_other: 'Выбрано {{count}} токена',
  clearSelection: 'Снять выделение',
  revokeSelected: 'Отозвать…',
  tooMany: 'За один раз можно отозвать не более {{most}} токенов.',
  detailsOf: 'Подробнее: {{name}}',
  actionsOf: 'Действия для {{name}}',
  details: 'Подробнее',
  rotate: 'Ротация…',
  revoke: 'Отозвать…',
  isRevoked: 'Он уже отозван.',
  permissionPending: 'Проверка ваших разрешений…',
};

export const tokenFilterMessages = {
  label: 'Фильтры',
  search: 'Поиск',
  searchHint: 'Название, описание, пользователь или владелец',
  clear: 'Сбросить фильтры',
  environment: 'Окружение',
  owner: 'Владелец',
  ownerHint:
    'Со всем, что в нём есть. Другого можно ввести: полный путь или имя пользователя, затем Enter.',
  kind: 'Тип',
  state: 'Состояние',
  scope: 'Области действия',
  scopeHint: 'Токены, у которых есть все эти области',
  role: 'Роль',
  expiresWithin: 'Истекает в течение',
  anyTime: 'в любое время',
  active: 'Активные фильтры',
  chip: '{{filter}}: {{value}}',
  remove: 'Убрать фильтр {{filter}}',
  states: {
    active: 'Активен',
    expired: 'Истёк',
    revoked: 'Отозван',
  },
};

export const tokenDetailsMessages = {
  label: 'Сведения о токене',
  loading: 'Загрузка токена',
  close: 'Закрыть',
  description: 'Описание',
  environment: 'Окружение',
  tokenId: 'Номер в GitLab',
  username: 'Действует как',
  created: 'Создан',
  observed: 'Получен из GitLab',
  credentialOf: 'Токен портала',
  entityOwners: 'Владелец в каталоге',
  breaches: 'Нарушает политику',
  operations: 'Что с ним здесь делали',
  noOperations: 'Пока ничего.',
  newestOperations: 'Последние {{shown}} из {{total}}.',
  missing: {
    title: 'Такого токена нет',
    what: 'В списке нет токена с таким названием, или у вас нет к нему доступа.',
    action:
      'Возможно, он отозван и удалён из списка или его владельца больше нет в конфигурации.',
  },
};

export const tokenFailureMessages = {
  forbidden: {
    title: 'У вас нет доступа к токенам',
    what: 'Бэкенд ответил, что у вас нет разрешения gitlab-tokens.token.read.',
    action: 'Запросите его у ответственных за этот портал.',
  },
  unreachable: {
    title: 'Не удаётся загрузить токены',
    what: 'Бэкенд не дал пригодного ответа ({{message}}).',
    action: 'Проверьте, что бэкенд работает, и посмотрите его журнал.',
  },
};

export const tokenEmptyMessages = {
  noOwners: {
    title: 'Владельцы не указаны',
    description:
      'Здесь показаны токены групп и проектов, которые указаны у окружений как владельцы (owners), если есть брокер, которому разрешено ими управлять. Добавьте их в app-config.yaml:',
    broker:
      'Токен брокера хранится в файле SOPS окружения, в gitlabTokens.broker.token.',
  },
  notListed: {
    title: 'Список токенов ещё не получен',
    description:
      'Бэкенд ещё не запрашивал у GitLab токены владельцев, указанных в конфигурации. Он делает это вскоре после запуска.',
  },
  noTokens: {
    title: 'Токенов нет',
    description:
      'GitLab не показывает токенов владельцев, указанных в конфигурации, или не показывает тех, которые вам доступны.',
  },
  noMatch: {
    title: 'Ничего не найдено',
    description: 'Токены есть, но ни один не подходит под все фильтры.',
  },
  noPage: {
    title: 'Эта страница пуста',
    description: 'Токенов стало меньше, чем было при запросе этой страницы.',
    action: 'На первую страницу',
  },
};

export const tokenOwnersMessages = {
  problems_one: 'Не удалось получить список токенов {{count}} владельца.',
  problems_few: 'Не удалось получить список токенов {{count}} владельцев.',
  problems_many: 'Не удалось получить список токенов {{count}} владельцев.',
  problems_other: 'Не удалось получить список токенов {{count}} владельца.',
  since: 'Показаны прежние данные ({{ago}}).',
  nothing: 'Ни один из его токенов не показан.',
  owner: '{{owner}} ({{environment}})',
  failed: 'Не удалось выяснить, насколько свеж список. {{message}}',
};
