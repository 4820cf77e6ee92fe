export const stateMessages = {
  active: {
    label: '有効',
    meaning: 'GitLab はトークンを受け付けており、期限はまだ先です。',
    action: '対応は不要です。',
    short: '{{environment}} は正常です',
  },
  expiring: {
    label: '期限間近',
    meaning:
      'GitLab はトークンを受け付けていますが、まもなく期限切れになります。',
    action:
      'ローテーションを計画してください。期限日には、この環境のポータルが GitLab に接続できなくなります。',
    short: '{{environment}} は{{expiry}}に期限切れ',
  },
  critical: {
    label: '重大',
    meaning:
      'GitLab はトークンを受け付けていますが、数日中に期限切れになります。',
    action:
      '今すぐローテーションしてください。期限日には、この環境のポータルが GitLab に接続できなくなります。',
    short: '{{environment}} は{{expiry}}に期限切れ',
  },
  expired: {
    label: '期限切れ',
    meaning: 'トークンは期限切れです。GitLab に拒否されます。',
    action:
      'GitLab で新しいトークンを作成して {{file}} に設定し、この環境のポータルを再起動してください。',
    short: '{{environment}} は期限切れです',
  },
  revoked: {
    label: '取り消し済み',
    meaning: 'トークンは取り消されました。GitLab に拒否されます。',
    action:
      '誰がなぜ取り消したかを確認してください。その後、GitLab で新しいトークンを作成して {{file}} に設定し、この環境のポータルを再起動してください。',
    short: '{{environment}} は取り消されました',
  },
  rejected: {
    label: '拒否',
    meaning:
      'GitLab はトークンを拒否していますが、期限切れや取り消しとは示していません。',
    action:
      '{{file}} のトークンがこの GitLab で作成され、全体がコピーされていること、そのユーザーがブロックされていないことを確認してください。',
    short: '{{environment}} は GitLab に拒否されています',
  },
  unreachable: {
    label: '接続不可',
    meaning:
      'GitLab から有効な応答がなかったため、トークンの最新の状態は不明です。',
    action:
      'このポータルから GitLab に接続できることを確認してください。次回の検査で再試行します。',
    short: '{{environment}} は GitLab の応答がなく検査できませんでした',
  },
  locked: {
    label: 'ロック中',
    meaning:
      'このポータルには {{file}} を復号する鍵がありません。ポータルが動作していない環境では通常のことです。宣言された内容を表示しています。',
    action:
      'この環境をここで表示するには、このポータルの鍵を {{file}} の受信者に追加してください。',
    short: '{{environment}} はロックされています',
  },
  missing: {
    label: 'トークンなし',
    meaning: '{{file}} は復号できますが、GitLab のトークンがありません。',
    action:
      'sops edit {{file}} で integrations.gitlab にトークンを追加し、この環境のポータルを再起動してください。',
    short: '{{environment}} にトークンがありません',
  },
  invalid: {
    label: '無効なファイル',
    meaning:
      '{{file}} が存在しないか、形式が正しくないか、SOPS を使わずに変更されています。',
    action: '{{file}} をバージョン管理から復元してください。',
    short: '{{environment}} のファイルは使用できません',
  },
  unknown: {
    label: '未検査',
    meaning: 'トークンはまだ検査されていません。',
    action: '最初の検査を待つか、「更新」を押してください。',
    short: '{{environment}} は未検査です',
  },
};
