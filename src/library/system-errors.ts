import type { Text } from '../vocabulary/text.ts';

/** What the system says when a file cannot be opened, read or written, and what to do about it. */
const SENTENCES: Readonly<Record<string, Text>> = {
  ENOENT: { zh: '没有这个文件或文件夹，请检查路径', en: 'There is no such file or folder; check the path' },
  ENOTDIR: { zh: '路径中间有一段是文件，不是文件夹', en: 'A part of the path is a file, not a folder' },
  ELOOP: { zh: '链接绕成了圈，请删掉或改正链接', en: 'Its links lead in a circle; mend or remove them' },
  ENAMETOOLONG: { zh: '文件名或路径太长，请换短一些的名字', en: 'The name or the path is too long; choose a shorter one' },
  EISDIR: { zh: '这是文件夹，请写文件名', en: 'It is a folder; name a file' },
  EACCES: { zh: '没有权限，请检查文件和文件夹的权限', en: 'Permission is lacking; check that of the file and of its folder' },
  EPERM: { zh: '系统不允许，请检查文件和文件夹的权限', en: 'The system does not permit it; check the file and its folder' },
  EROFS: { zh: '这个文件系统是只读的，请换一个位置', en: 'The file system is read-only; choose another place' },
  ENOSPC: { zh: '磁盘已满，请腾出空间', en: 'The disk is full; make room' },
  EDQUOT: { zh: '磁盘配额已用完，请腾出空间', en: 'The disk quota is used up; make room' },
  EFBIG: { zh: '超过了允许的文件大小', en: 'It would be larger than a file may be here' },
  EBADF: { zh: '没有打开这个描述符', en: 'No such descriptor is open' },
  EIO: { zh: '设备读写出错', en: 'The device failed' },
  EMFILE: { zh: '打开的文件太多', en: 'Too many files are open' },
  ENFILE: { zh: '打开的文件太多', en: 'Too many files are open' },
  ENXIO: { zh: '另一端没有程序，或者这是套接字', en: 'Nothing is at its other end, or it is a socket' },
};

/** Whether an error is the system's own, and so about the surroundings, not about our program. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';

/** The sentence about an error of the system, with a space before the English one; nothing for one that is rarely met: then its code must do. */
export const aboutSystemError = ({ code = '' }: NodeJS.ErrnoException): Text => {
  const sentence = SENTENCES[code];
  return sentence ? { zh: `。${sentence.zh}`, en: `. ${sentence.en}` } : { zh: '', en: '' };
};
