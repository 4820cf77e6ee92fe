export const homeMessages = {
  link: 'すべての環境',
  details: '{{environment}} の詳細',
  loading: '環境を読み込み中',
};
