/** Which renderer suits the machine. */

/** Names of renderers that draw WebGL on the processor: there the canvas renderer is several times faster. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|virgl/i;

/** Whether a graphics card draws WebGL here. */
export function hasGraphicsCard(): boolean {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !SOFTWARE.test(name);
}
