"""Texts of a batch on many machines: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "cluster.help.engine": (
        "Где проверять: в процессах этого компьютера или на машинах кластера Dask (`chataudit guide cluster`).",
        "Where to audit: in processes of this computer or on the machines of a Dask cluster (`chataudit guide cluster`).",
    ),
    "cluster.help.scheduler": (
        "Адрес планировщика Dask, tcp://…:8786; local — поднять его здесь, с --jobs процессами.",
        "Address of the Dask scheduler, tcp://…:8786; local starts one here, with --jobs processes.",
    ),
    "cluster.bad_engine": (
        "--engine {value}: такого нет; есть {known}.",
        "--engine {value}: there is none; there are {known}.",
    ),
    "cluster.bad_scheduler": (
        "--scheduler {value}: нужен адрес вида tcp://машина:8786 или tls://машина:8786, либо слово local.",
        "--scheduler {value}: an address like tcp://machine:8786 or tls://machine:8786 is wanted, or the word local.",
    ),
    "cluster.scheduler_alone": (
        "--scheduler нужен только вместе с --engine dask.",
        "--scheduler goes with --engine dask only.",
    ),
    "cluster.no_scheduler": (
        "С --engine dask нужен и --scheduler: адрес вида tcp://машина:8786 или слово local.",
        "With --engine dask, --scheduler is wanted, too: an address like tcp://machine:8786, or the word local.",
    ),
    "cluster.no_extra": (
        "Для проверки на кластере нужна библиотека Dask: pip install 'chataudit[dask]'.",
        "Auditing on a cluster needs the library Dask: pip install 'chataudit[dask]'.",
    ),
    "cluster.unreachable": (
        "Планировщик {address} не отвечает; проверьте адрес и запущен ли он (dask scheduler).",
        "The scheduler {address} does not answer; check the address, and whether it runs (dask scheduler).",
    ),
    "cluster.no_workers": (
        "У планировщика {address} нет ни одного рабочего процесса; запустите их на машинах: dask worker {address} --nthreads 1.",
        "The scheduler {address} has no workers; start them on the machines: dask worker {address} --nthreads 1.",
    ),
    "cluster.workers_gone": (
        "У планировщика {address} не осталось рабочих процессов; запустите их (dask worker {address} --nthreads 1) и проверку ещё раз: "
        "сделанное не повторяется.",
        "The scheduler {address} has no workers left; start them (dask worker {address} --nthreads 1) and run it again: "
        "what is done is not done twice.",
    ),
    "cluster.broken_off": (
        "Связь с планировщиком {address} прервалась; запустите ещё раз: сделанное не повторяется.",
        "The connection with the scheduler {address} broke off; run it again: what is done is not done twice.",
    ),
    "cluster.no_program": (
        "На рабочих машинах нет программы chataudit; поставьте на каждую ту же версию: pip install chataudit=={version}.",
        "The workers lack chataudit; install the same version on each: pip install chataudit=={version}.",
    ),
    "cluster.lost_task": (
        "проверка этого чата обрывалась раз за разом: не хватило памяти или времени (--timeout); проверьте его отдельно командой scan",
        "the audit of this chat broke off time and again, for want of memory or time (--timeout); audit it alone with scan",
    ),
    "cluster.other_program": (
        "на рабочей машине chataudit {found}, а здесь {wanted}; поставьте одну версию и запустите ещё раз",
        "the worker has chataudit {found}, this machine has {wanted}; install the same version and run it again",
    ),
    "cluster.other_plugins": (
        "на рабочей машине другие расширения или другие их версии; поставьте те же (их называет chataudit plugins) и запустите ещё раз",
        "the worker has other plug-ins, or other versions; install the same (see chataudit plugins) and run it again",
    ),
    "cluster.other_rules": (
        "на рабочей машине другие файлы правил; поставьте ту же версию, а свою папку --rules сделайте общей, и запустите ещё раз",
        "the worker has other rule files; install the same version, share the folder of --rules, and run it again",
    ),
    "cluster.no_file": (
        "рабочая машина не видит файла; откройте ей папку с выгрузками по тому же пути и запустите ещё раз",
        "the worker does not see the file; share the folder of the exports with it under the same path, and run it again",
    ),
}
