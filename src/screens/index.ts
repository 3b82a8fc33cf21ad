/** The building blocks of every page. Static markup: nothing here needs JavaScript in the browser. */
export { BarChart, type Bar, type BarChartProps } from './charts/bar-chart.tsx';
export { DayStrip, type DayStripProps, type Span } from './charts/day-strip.tsx';
export { Distribution, type Bin, type DistributionProps } from './charts/distribution.tsx';
export { Cite, clauseHref, historyHref } from './cite.tsx';
export { CommandForm, commandPath, errorLinks, Hidden, type CommandFormProps } from './command-form.tsx';
export { Empty, PageHeading } from './empty.tsx';
export { ErrorSummary, type SummaryError } from './error-summary.tsx';
export { Checkboxes, Radios, Select, Tick } from './fields/choices.tsx';
export { DateField } from './fields/date.tsx';
export { LineField, TextField } from './fields/words.tsx';
export { Flash, type FlashProps } from './flash.tsx';
export * as format from './format.ts';
export type { Organisation, PlaceLink, Viewer } from './header.tsx';
export { Icon, type IconName } from './icon.tsx';
export { Layout, type AssetLinks, type Crumb, type LayoutProps } from './layout.tsx';
export { MakeButton } from './make-button.tsx';
export { Notice, StatusStrip, type NoticeProps, type StatusItem } from './notice.tsx';
export type {
  AskedQuestion,
  Download,
  FileAnswer,
  Page,
  PageContext,
  Pages,
  PublicForm,
  Typed,
} from './page.ts';
export { Pagination, type PageLink } from './pagination.tsx';
export { InSetting, useSetting, type Setting } from './setting.tsx';
export { DetailList, SummaryList, type SummaryAction, type SummaryRow } from './summary-list.tsx';
export { DataTable, type Column, type DataTableProps } from './table.tsx';
export { Tag, type TagColour } from './tag.tsx';
export { Timeline, type TimelineItem } from './timeline.tsx';
export { VerbButtons, type VerbButtonsProps } from './verb-buttons.tsx';
export { Moment, When, type WhenProps } from './when.tsx';
