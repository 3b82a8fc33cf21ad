/** The one call that we make; the package brings no types of its own. */
declare module 'qrcode' {
  const QRCode: { toDataURL(text: string, options?: { margin?: number; width?: number }): Promise<string> };
  export default QRCode;
}
