/** Small things that the layers of the board share. */
import type Phaser from 'phaser';

/** An image that belongs to no display list yet. */
export function picture(scene: Phaser.Scene, key: string): Phaser.GameObjects.Image {
  const config: Phaser.Types.GameObjects.Sprite.SpriteConfig = { key, add: false };
  return scene.make.image(config, false);
}

/** Registers a canvas as a texture; with the canvas renderer a bitmap serves as well. */
export function canvasTexture(
  scene: Phaser.Scene,
  key: string,
  canvas: HTMLCanvasElement | ImageBitmap,
): Phaser.Textures.Texture {
  // The declared source type leaves out canvases, which Phaser takes all the same.
  const texture = scene.textures.create(key, canvas as unknown as HTMLImageElement) as Phaser.Textures.Texture;
  texture.add('__BASE', 0, 0, 0, canvas.width, canvas.height);
  return texture;
}

/** Tells the renderer that a canvas was drawn on, and if need be that its size changed. */
export function refreshTexture(texture: Phaser.Textures.Texture, width?: number, height?: number): void {
  const source = texture.source[0];
  if (!source) return;
  if (width !== undefined && height !== undefined && (source.width !== width || source.height !== height)) {
    source.updateSize(width, height);
    texture.get('__BASE').setSize(width, height);
  }
  source.update();
}

/** Turns a picture into one that the renderer takes: WebGL needs a canvas, for bitmaps can't be turned on upload. */
export function asTexture(
  scene: Phaser.Scene,
  drawn: HTMLCanvasElement | ImageBitmap,
): HTMLCanvasElement | ImageBitmap {
  if (drawn instanceof HTMLCanvasElement || !('gl' in scene.game.renderer)) return drawn;
  const { canvas, context } = canvasOf(drawn.width, drawn.height);
  context.drawImage(drawn, 0, 0);
  drawn.close();
  return canvas;
}

/** A canvas with its context. */
export function canvasOf(
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return { canvas, context: canvas.getContext('2d') as CanvasRenderingContext2D };
}
