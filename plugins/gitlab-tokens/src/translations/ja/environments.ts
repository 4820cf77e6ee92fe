export const pageMessages = {
  title: 'GitLab トークン',
  subtitle: 'このポータルの各環境が使用する GitLab トークン',
  environmentsTab: '環境',
};

export const summaryMessages = {
  allFine_other: '対応が必要な環境はありません（全 {{count}} 環境）。',
  attention_other:
    '{{total}} 環境のうち {{count}} 環境で対応が必要です：{{reasons}}。',
  attentionOnly: 'この環境は対応が必要です：{{reasons}}。',
  reasonSeparator: '、',
  more_other: '他 {{count}} 件',
  nextExpiry: '次の期限：{{environment}} {{expiry}}（{{date}}）。',
  noExpiryKnown: '今後の期限は不明です。',
};

export const refreshMessages = {
  button: '更新',
  hint: 'GitLab に今すぐ問い合わせる',
  loading: '環境を読み込み中',
  running: 'すべての環境を検査中…',
  inspected: '最終検査：{{ago}}',
  never: '未検査',
  failed:
    '更新に失敗しました。表示しているのは {{instant}} に読み込んだ内容です。',
};

export const cardMessages = {
  current: 'このポータル',
  currentHint: 'このポータルはこの環境として動作しています。',
  attention: '要対応',
  attentionHint:
    'GitLab はトークンを受け付けていますが、問題があります。検出事項を確認してください。',
  findings: '検出事項',
  inspected: '検査：{{ago}}',
  notInspected: '未検査',
  staleObservation: '詳細は GitLab が最後に応答した時点（{{ago}}）のものです。',
  openSettings: 'GitLab で開く',
  openSettingsOf: 'GitLab で開く：{{environment}} のトークン設定',
  severity: { error: 'エラー', warning: '警告', info: '注記' },
};

export const timelineMessages = {
  title: 'トークンの有効期限',
  description:
    '環境ごとに 1 行で、トークンの作成から期限までを示します。{{lanes}}',
  today: '今日',
  expires: '期限 {{date}}、{{expiry}}',
  expired: '{{date}} に期限切れ',
  never: '無期限',
  value: '{{date}}、{{expiry}}',
  lane: '{{environment}}：{{expiry}}。',
  others_other: '他のトークン {{tokens}} 件、次の期限は{{expiry}}',
  othersForever_other: '他のトークン {{tokens}} 件、すべて無期限',
  othersOf: '{{environment}}：{{others}}',
  othersList: '他のトークン',
  sentence: '{{words}}。',
  later_other: '{{date}} より後に期限を迎えるもの {{tokens}} 件。',
  forever_other: '無期限 {{tokens}} 件。',
  mark_other: '{{tokens}} 件のトークンの期限：{{date}}、{{expiry}}',
  marks_other: '{{tokens}} 件のトークンの期限：{{from}} から {{to}} まで',
  othersFailed:
    '他のトークンの有効期限を読み込めません（{{message}}）。このページは自動的に再試行します。',
  legend: '凡例',
  legendCritical: '{{days}}以内：重大',
  legendWarning: '{{days}}以内：警告',
  legendCriticalVaries: '各ポリシーの重大期間',
  legendWarningVaries: '各ポリシーの警告期間',
  legendOthers: '他のトークンとその件数',
};

export const failureMessages = {
  retry: '再試行',
  forbidden: {
    title: '環境を表示する権限がありません',
    what: 'バックエンドの応答によると、権限 gitlab-tokens.environment.read がありません。',
    action: 'このポータルの管理者に権限を依頼してください。',
  },
  notFound: {
    title: 'バックエンドのプラグインがありません',
    what: 'このポータルのバックエンドには gitlab-tokens プラグインがありません。',
    action:
      'バックエンドに @gitlab-tokens/backstage-plugin-gitlab-tokens-backend を追加してください。追加済みの場合はログを確認してください。',
  },
  incompatible: {
    title: 'バックエンドの応答を解釈できません',
    what: 'フロントエンドとバックエンドのプラグインのバージョンが異なります。',
    action: '両方に同じバージョンをデプロイしてください。',
  },
  unreachable: {
    title: '環境を読み込めません',
    what: 'バックエンドから有効な応答がありませんでした（{{message}}）。',
    action:
      'バックエンドが動作していることとログを確認してください。このページは自動的に再試行します。',
  },
};

export const emptyMessages = {
  title: '環境が設定されていません',
  description:
    'ポータルの環境を、それぞれの GitLab トークンを格納した SOPS ファイルとともに app-config.yaml に追加してください：',
};
