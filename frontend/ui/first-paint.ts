/** The looks of what is painted before the page's code is there; the components that replace it have the same. */
export const generatePage = {
  heading: 'What shall they paint?',
  headingLook: 'text-[1.75rem] leading-tight font-semibold tracking-tight text-balance',
  look: 'mx-auto grid min-h-[calc(100dvh-3rem)] w-full content-start max-w-[96rem] gap-x-10 gap-y-8 px-4 pt-5 sm:px-8 sm:pt-8 lg:grid-cols-[25rem_minmax(0,1fr)]',
}
