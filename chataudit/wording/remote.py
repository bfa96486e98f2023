"""Texts of exports that lie in a storage: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "remote.help.folder": (
        "Папка с выгрузками или адрес хранилища, s3://… (`chataudit guide cluster`).",
        "The folder with the exports, or the address of a storage, s3://… (`chataudit guide cluster`).",
    ),
    "remote.no_extra": (
        "Для адресов {protocol}:// нужны библиотеки fsspec и s3fs: pip install 'chataudit[s3]'.",
        "Addresses of {protocol}:// need the libraries fsspec and s3fs: pip install 'chataudit[s3]'.",
    ),
    "remote.no_library": (
        "Для адресов {protocol}:// библиотеке fsspec нужна ещё одна; какую поставить, сказано в её документации.",
        "For addresses of {protocol}:// the library fsspec needs another one; its documentation tells which to install.",
    ),
    "remote.no_protocol": (
        "Хранилищ с адресами {protocol}:// библиотека fsspec не знает; нужна папка или адрес вида s3://корзина/папка.",
        "The library fsspec knows no storage with addresses of {protocol}://; give a folder or an address like s3://bucket/folder.",
    ),
    "remote.secret": (
        "В адресе {protocol}:// не должно быть имени, пароля или подписи; задайте их, как принято у хранилища: "
        "переменными окружения (AWS_ACCESS_KEY_ID и другие) или его файлом настроек.",
        "An address of {protocol}:// must hold no name, password or signature; give them the storage's own way: "
        "in the environment (AWS_ACCESS_KEY_ID and others) or in its settings file.",
    ),
    "remote.denied": (
        "{path}: хранилище не даёт доступа; проверьте ключи доступа и их права на чтение и список файлов.",
        "{path}: the storage refuses access; check the access keys, and whether they may read and list.",
    ),
    "remote.missing": (
        "{path}: в хранилище этого нет; проверьте имя корзины и папки, и не удалён ли файл.",
        "{path}: there is no such thing in the storage; check the names of the bucket and the folder, and whether the file was deleted.",
    ),
    "remote.nothing": (
        "{path}: в хранилище там нет ни одного файла; проверьте имя корзины и папки.",
        "{path}: there is no file in that place of the storage; check the names of the bucket and the folder.",
    ),
    "remote.gone": (
        "{path}: хранилище не отвечает; проверьте сеть и адрес (AWS_ENDPOINT_URL) и запустите ещё раз.",
        "{path}: the storage does not answer; check the network and the endpoint (AWS_ENDPOINT_URL), and run it again.",
    ),
    "remote.no_credentials": (
        "{path}: хранилищу нужны ключи доступа; задайте AWS_ACCESS_KEY_ID и AWS_SECRET_ACCESS_KEY или AWS_PROFILE на каждой машине.",
        "{path}: the storage wants access keys; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, on each machine.",
    ),
    "remote.failed": (
        "{path}: хранилище ответило ошибкой ({error}); запустите ещё раз, а если повторится, скачайте файл и проверьте его отдельно.",
        "{path}: the storage answered with an error ({error}); run it again, and if that repeats itself, download the file and audit it alone.",
    ),
    "remote.changed": (
        "{path}: файл изменился во время проверки; запустите ещё раз.",
        "{path}: the file changed during the audit; run it again.",
    ),
    "remote.bad_name": (
        "{path}: файл с таким именем на этом компьютере не создать; переименуйте его в хранилище.",
        "{path}: a file of this name cannot be on this computer; rename it in the storage.",
    ),
    "remote.broken_off": (
        "Проверка прервалась (сделанное не повторится): {reason}",
        "The audit broke off (what is done is not done twice): {reason}",
    ),
    "remote.no_bucket": (
        "{path}: в адресе нет корзины; нужен адрес вида s3://корзина/папка.",
        "{path}: the address names no bucket; give one like s3://bucket/folder.",
    ),
}
