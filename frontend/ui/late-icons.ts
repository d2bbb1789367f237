/** Icons that the first screen does without: fetched with what shows them. */
export type LateIcon = { path: string }

export const clockIcon: LateIcon = {
  path: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
}
export const copyIcon: LateIcon = {
  path: 'M9 9h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2ZM15 9V5a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3',
}
export const downloadIcon: LateIcon = {
  path: 'M12 4v11m-4.5-4L12 15.5 16.5 11M5 20h14',
}
export const leftIcon: LateIcon = {
  path: 'M14.5 6l-6 6 6 6',
}
export const pencilIcon: LateIcon = {
  path: 'M4 20h4L19.5 8.5a1.4 1.4 0 0 0 0-2l-2-2a1.4 1.4 0 0 0-2 0L4 16ZM13 7l4 4',
}
export const searchIcon: LateIcon = {
  path: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.5 4.5',
}
export const shareIcon: LateIcon = {
  path: 'M12 15V4m-4 4 4-4 4 4M7 11H6a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-6a2 2 0 0 0-2-2h-1',
}
export const stopIcon: LateIcon = {
  path: 'M7.5 6h9A1.5 1.5 0 0 1 18 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 16.5v-9A1.5 1.5 0 0 1 7.5 6Z',
}
export const trashIcon: LateIcon = {
  path: 'M4 7h16M10 4h4m-8 3 .8 11.200A2 2 0 0 0 8.8 20h6.4a2 2 0 0 0 2-1.8L18 7m-8 4v5m4-5v5',
}
export const zoomIcon: LateIcon = {
  path: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12h8m-4-4v8',
}
