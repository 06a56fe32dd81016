/** Whether a path is a test, a stand-in beside tests (`_fake-x.ts`), or in a folder that serves only tests and benches. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/_fake-[^/]+$/.test(path) || /^(test|bench)\//.test(path)
}
