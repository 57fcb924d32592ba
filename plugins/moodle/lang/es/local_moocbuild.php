<?php
// This file is part of local_moocbuild, a plugin for Moodle - https://moodle.org/
//
// local_moocbuild is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// It is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with it.  If not, see <https://www.gnu.org/licenses/>.

/**
 * Spanish strings, in alphabetical order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_created'] = 'Creado';
$string['action_failed'] = 'Ha fallado; no se ha cambiado nada';
$string['action_unchanged'] = 'Nada que cambiar';
$string['action_updated'] = 'Actualizado';
$string['already_here'] = 'Este sitio ya tiene un curso hecho a partir de este paquete. Para actualizarlo y conservar lo que se ha hecho en él, siga su enlace y elija allí el paquete. El botón de abajo crea un curso más.';
$string['another_package'] = 'Elegir otro paquete';
$string['answers'] = 'Respuestas, puntos y límites ({$a})';
$string['become'] = '{$a->what}; «{$a->then}» dice lo mismo: si es lo mismo, dele el identificador anterior';
$string['case_cycle'] = 'Dos elementos de este archivo están uno debajo del otro. Pregunte de dónde viene el archivo.';
$string['case_idnumber'] = 'Dé al marco un número ID de 100 caracteres como máximo.';
$string['case_large'] = 'Este archivo tiene más de {$a} MB. Ningún marco es tan grande.';
$string['case_long'] = 'El código «{$a}…» tiene más de 100 caracteres, más de los que Moodle puede guardar.';
$string['case_many'] = 'Este archivo tiene más de {$a} elementos.';
$string['case_shape'] = 'Este no es un archivo CASE. Debe ser el archivo .json que moocbuild crea con «--target case».';
$string['case_twice'] = '«{$a}» aparece dos veces en este archivo. Los códigos deben ser distintos.';
$string['cli_created'] = 'Curso {$a} creado.';
$string['cli_framework'] = 'Pone un marco de competencias al día según un archivo CASE.

Opciones:
-f, --file=RUTA       el archivo .json (CASE 1.0 o 1.1)
-i, --idnumber=TEXTO  número ID del marco; si falta, el del último curso importado
-p, --preview         decir solo qué cambiaría
-h, --help            este texto

Ejemplo:
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_import'] = 'Crea un curso a partir de un paquete de moocbuild (.mbz), o actualiza el curso hecho a partir de él.

Opciones:
  -f, --file=RUTA     el paquete
      --category=ID   dónde va un curso nuevo (por defecto: la primera categoría)
      --course=ID     el curso que se actualiza (por defecto: el hecho a partir de este paquete)
      --new           crear un curso nuevo aunque ya haya uno
      --user=NOMBRE   con los permisos de esta cuenta (por defecto: los de la administración)
  -p, --preview       decir solo qué cambiaría
  -h, --help          este texto

Ejemplo:
  php local/moocbuild/cli/import.php --file=/tmp/curso.mbz --preview';
$string['cli_mend'] = 'Repara un curso que vino de un Common Cartridge: nombres de secciones, puntos, sumas y lo que se muestra a los estudiantes.

Opciones:
-c, --course=ID   número del curso
-p, --preview     decir solo qué cambiaría
-h, --help        este texto

Ejemplo:
php local/moocbuild/cli/mend.php --course=12 --preview';
$string['cli_mend_changes'] = 'Cambios: {$a}';
$string['cli_no_course'] = 'No hay ningún curso con el número {$a}.';
$string['cli_no_user'] = 'En este sitio no hay nadie con el nombre de usuario «{$a}» que pueda entrar.';
$string['cli_preview'] = 'Qué cambiaría una actualización del curso {$a}';
$string['cli_report'] = 'Escribe el informe de competencias de un curso en CSV.

Opciones:
-c, --course=ID     número del curso
-v, --view=NOMBRE   cohort (números que no nombran a nadie; por defecto) o people (una línea por estudiante y competencia)
-g, --group=ID      solo de este grupo
-h, --help          este texto

Ejemplo:
php local/moocbuild/cli/report.php --course=12 > informe.csv';
$string['cli_several'] = 'Varios cursos se hicieron a partir de este paquete: {$a}. Indique cuál con --course, o cree otro con --new.';
$string['cli_unreadable'] = '{$a} no se puede leer.';
$string['cli_updated'] = 'Actualización del curso {$a}';
$string['code'] = 'Código';
$string['competencies'] = 'Competencias ({$a})';
$string['contact'] = 'Línea de ayuda';
$string['contact_add'] = 'Añadir una línea de ayuda';
$string['contact_any_country'] = 'todos los países';
$string['contact_by_authors'] = 'según la autoría del curso, confirmada el {$a}';
$string['contact_confirm'] = 'Confirmar';
$string['contact_confirm_words'] = 'Hoy he llamado a este número o he visto esta página, y es correcto';
$string['contact_confirmed'] = 'Confirmada';
$string['contact_confirmed_on'] = 'Confirmada el {$a}';
$string['contact_kind'] = 'Para';
$string['contact_name'] = 'Quién responde';
$string['contact_no_link'] = 'Esto no es ni un solo número de teléfono ni una dirección que empiece por https://. Corríjalo primero, por favor.';
$string['contact_note'] = 'Cuándo y en qué idiomas';
$string['contact_remove'] = 'Quitar';
$string['contact_stale'] = 'Confirmada el {$a}, hace más de medio año: por favor, llame y confírmela de nuevo';
$string['contact_state'] = 'Estado';
$string['contact_unconfirmed'] = 'Sin confirmar: los estudiantes no la ven';
$string['contact_unusable'] = 'Ni un solo número ni una dirección https: los estudiantes no la ven';
$string['contact_value'] = 'Número o dirección';
$string['contact_value_help'] = 'Un solo número de teléfono, o una dirección que empiece por https://. Sin palabras: escríbalas en «Cuándo y en qué idiomas».';
$string['contacts_caption'] = 'Líneas de ayuda de este sitio';
$string['contacts_intro'] = 'Los estudiantes de los cursos hechos a partir de paquetes ven estas líneas de ayuda en cada página, una vez que alguien las ha confirmado. Para confirmar una, llame o mire antes su propia página. Los paquetes sugieren líneas de ayuda; una sugerencia nunca se muestra antes de que alguien la confirme aquí.';
$string['contacts_none'] = 'Todavía no hay ninguna.';
$string['counts'] = '«{$a}» cuenta';
$string['counts_not'] = '«{$a}» ya no cuenta';
$string['created'] = 'El curso ya está. Revíselo y después matricule a las personas.';
$string['details'] = 'Detalles';
$string['do_create'] = 'Crear el curso';
$string['do_update'] = 'Actualizar el curso';
$string['empty_log'] = 'Todavía no se ha hecho nada en este curso.';
$string['event_cartridge_mended'] = 'Curso reparado tras importar un cartucho';
$string['event_contacts_changed'] = 'Línea de ayuda modificada';
$string['event_course_created'] = 'Curso creado a partir de un paquete';
$string['event_course_updated'] = 'Curso actualizado a partir de un paquete';
$string['event_framework_synced'] = 'Marco de competencias puesto al día';
$string['event_report_viewed'] = 'Informe de competencias consultado';
$string['failed'] = 'No ha funcionado y no se ha cambiado nada. Moodle dice: {$a}';
$string['failed_inside'] = 'Algo ha fallado dentro del sitio. Quien administra el sitio ve más en el registro.';
$string['field'] = '{$a->part} ({$a->now} → {$a->then})';
$string['field_competencies'] = 'competencias';
$string['field_content'] = 'texto';
$string['field_files'] = 'archivos';
$string['field_grade'] = 'calificación más alta';
$string['field_intro'] = 'descripción';
$string['field_name'] = 'nombre';
$string['field_package'] = 'paquete';
$string['field_pass'] = 'nota para aprobar';
$string['field_shuffle'] = 'orden de las respuestas';
$string['field_slots'] = 'preguntas que se hacen';
$string['field_summary'] = 'descripción';
$string['field_tags'] = 'etiquetas';
$string['field_weight'] = 'peso en el total del curso';
$string['file_changed'] = 'El archivo ya no es el de la vista previa. Elíjalo de nuevo, por favor.';
$string['framework_create'] = 'Nuevas: {$a}';
$string['framework_delete'] = 'Eliminadas, porque nada depende de ellas: {$a}';
$string['framework_do'] = 'Hacer estos cambios';
$string['framework_done'] = 'El marco está al día. Cambios: {$a->changes}. Nuevos vínculos de actividades: {$a->links}.';
$string['framework_file'] = 'Archivo CASE (.json)';
$string['framework_idnumber'] = 'Número ID del marco';
$string['framework_idnumber_help'] = 'Los cursos encuentran su marco por este número. Es el «id» del archivo framework.yml del curso. Si el sitio tiene un marco con este número ID, se pone al día; si no, se crea.';
$string['framework_intro'] = 'Elija el archivo que moocbuild creó con «--target case». Verá qué cambia antes de que se haga nada. Lo que los estudiantes han mostrado nunca se pierde: una competencia que ya no está en el archivo se queda, con una marca, mientras algo dependa de ella.';
$string['framework_links'] = 'Nuevos vínculos de actividades con competencias';
$string['framework_move'] = 'En otro lugar: {$a}';
$string['framework_new'] = 'El sitio todavía no tiene este marco. Se creará.';
$string['framework_preview'] = 'Qué va a cambiar en «{$a}»';
$string['framework_renamed'] = 'Cambia el nombre o la descripción del marco.';
$string['framework_reordered'] = 'Cambia el orden de las competencias.';
$string['framework_retire'] = 'Ya no están en el archivo; se conservan con una marca porque algo depende de ellas: {$a}';
$string['framework_update'] = 'Con textos nuevos: {$a}';
$string['from'] = 'Evidencias';
$string['from_final'] = '{$a} preguntas finales';
$string['from_final_one'] = '1 pregunta final';
$string['from_nothing'] = 'ninguna todavía';
$string['from_quiz'] = '{$a} preguntas';
$string['from_quiz_one'] = '1 pregunta';
$string['from_scenario'] = '{$a} simulaciones';
$string['from_scenario_one'] = '1 simulación';
$string['help_danger'] = 'Si usted u otra persona está en peligro ahora, llame al número de emergencias de su país.';
$string['help_danger_heading'] = 'En peligro inmediato';
$string['help_lines'] = 'Si necesita hablar con alguien';
$string['help_more'] = 'Más ayuda';
$string['help_none'] = 'Llame a una persona de confianza o a un servicio médico, o vaya al servicio de urgencias más cercano: no hace falta cita. Listas públicas como findahelpline.com tienen las líneas de ayuda de cada país.';
$string['help_now'] = 'Ayuda inmediata';
$string['help_pause'] = 'Puede parar en cualquier punto y volver otro día. Nadie tiene que hacer todas las partes.';
$string['help_pause_heading'] = 'Si el curso es demasiado hoy';
$string['help_talk'] = 'También puede llamar a una persona de confianza. No hace falta explicar mucho: «No estoy bien. ¿Puedes quedarte al teléfono conmigo?» es suficiente.';
$string['import_new'] = 'Elija el paquete (.mbz) que creó «moocbuild build --target moodle». Verá qué trae antes de que se haga nada.';
$string['import_update'] = 'Elija un paquete más reciente de este curso. Verá exactamente qué cambia antes de que se haga nada. Los intentos, las calificaciones y la finalización se conservan; lo que el paquete ya no tiene se oculta, nunca se borra.';
$string['in_list'] = '{$a->part}: ahora con «{$a->text}»';
$string['item'] = 'Competencia';
$string['joined'] = '{$a->one}; {$a->other}';
$string['kind_emergency'] = 'peligro de muerte';
$string['kind_emergency_medical'] = 'peligro de muerte (ambulancia)';
$string['kind_emotional_support'] = 'alguien con quien hablar';
$string['kind_medical'] = 'consejo médico';
$string['kind_other'] = 'otra ayuda';
$string['kind_suicide_line'] = 'pensamientos de suicidio';
$string['kind_youth_line'] = 'infancia y juventud';
$string['last_import'] = 'Última importación';
$string['learner'] = 'Estudiante';
$string['left_as_is'] = 'Se deja como está';
$string['log_caption'] = 'Qué se ha hecho en este curso a partir de paquetes, lo más reciente primero';
$string['media'] = 'Imágenes, vídeos y archivos ({$a})';
$string['mend_caption'] = 'Qué se va a reparar';
$string['mend_do'] = 'Reparar este curso';
$string['mend_done'] = 'Hecho. Cambios: {$a}. Los intentos entregados se han calificado de nuevo.';
$string['mend_from'] = 'Ahora';
$string['mend_intro'] = 'La importación de un Common Cartridge por Moodle deja algunas cosas mal: secciones sin nombre, cuestionarios calificados sobre cuatro y comentarios que nadie ve. Esta página lo repara. Un cuestionario que alguien haya configurado desde la importación se deja como está.';
$string['mend_mark'] = 'Puntos de la pregunta';
$string['mend_name'] = 'Nombre de la sección';
$string['mend_no_name'] = '(sin nombre)';
$string['mend_review'] = 'Qué ven después los estudiantes';
$string['mend_review_off'] = 'nada';
$string['mend_review_on'] = 'sus respuestas, puntos y comentarios';
$string['mend_sum'] = 'Suma de puntos';
$string['mend_to'] = 'Después';
$string['mend_what'] = 'Qué';
$string['mend_where'] = 'Dónde';
$string['moocbuild:import'] = 'Crear cursos a partir de paquetes de moocbuild';
$string['moocbuild:managecontacts'] = 'Gestionar las líneas de ayuda del sitio';
$string['moocbuild:mend'] = 'Reparar un curso importado de un Common Cartridge';
$string['moocbuild:syncframework'] = 'Poner al día un marco de competencias';
$string['moocbuild:update'] = 'Actualizar un curso con un paquete más reciente de moocbuild';
$string['moocbuild:viewownreport'] = 'Ver el propio informe de competencias';
$string['moocbuild:viewreport'] = 'Ver el informe de competencias de los estudiantes';
$string['move'] = 'Cambios de lugar ({$a})';
$string['no_category'] = 'No existe esa categoría de cursos.';
$string['no_course'] = 'No existe ese curso.';
$string['no_courses'] = 'Ningún curso de este sitio se ha hecho todavía a partir de un paquete.';
$string['nobody'] = 'Nadie, o alguien que ya no está aquí';
$string['not_shown'] = 'no se indica';
$string['note_attempts'] = 'Intentos de cuestionarios cuyas preguntas cambian: {$a->attempts}, de ellos {$a->open} abiertos. Conservan sus preguntas, respuestas y puntos; los intentos que empiecen a partir de ahora hacen las preguntas del paquete.';
$string['note_first'] = 'Este curso no lo creó este plugin, así que no se sabe qué contenían los paquetes anteriores. Las actividades con un número ID que no está en este paquete se quedan como están, visibles: {$a->title}. Oculte las que deban desaparecer.';
$string['note_first_questions'] = 'Preguntas con un número ID que no está en este paquete y que se quedan en el banco de preguntas: {$a->count}.';
$string['note_graded'] = '«{$a->title}» sigue calificado, porque hay estudiantes que lo han intentado. El paquete no lo califica.';
$string['note_kind'] = '«{$a->title}» se ha convertido en otro tipo de actividad. Se queda como está: dé al nuevo otro identificador en la fuente del curso.';
$string['note_needed'] = '«{$a->title}» todavía sortea de categorías de preguntas en las que este paquete deja muy pocas. Preguntas que se quedan en ellas por eso: {$a->count}.';
$string['note_older'] = 'Este paquete es más antiguo que el último con el que se hizo el curso (versión {$a->title}). Una actualización devuelve el curso a ese estado.';
$string['note_own_name'] = '«{$a->title}» conserva el nombre que se le dio aquí. El paquete lo llama «{$a->other}».';
$string['note_own_pass'] = '«{$a->title}» conserva la nota para aprobar fijada aquí, {$a->now}. El paquete fija {$a->then}.';
$string['note_own_shuffle'] = '«{$a->title}» conserva el orden de las respuestas fijado aquí. El paquete lo cambia.';
$string['note_pass'] = 'Otra nota para aprobar de «{$a->title}»: de los estudiantes con calificación ({$a->count}), {$a->now} superan la actual y {$a->then} la nueva.';
$string['note_runs'] = 'Intentos de simulaciones que cambian: {$a->attempts}, de ellos {$a->open} sin terminar. Lo que han comunicado se conserva. Quien está a medias sigue después de la última decisión que aún existe.';
$string['note_slots'] = '«{$a->title}» conserva su número de preguntas y sus puntos, porque hay estudiantes que lo han intentado (intentos: {$a->attempts}) y sus calificaciones dependen de ello. Los textos de las preguntas se ponen al día de todos modos.';
$string['note_totals'] = 'Estudiantes cuyo total del curso cambia: {$a->count} de {$a->all}. El mayor cambio va del {$a->now} % al {$a->then} %.';
$string['note_ungraded'] = '«{$a->title}» sigue sin calificación, porque hay estudiantes que lo han intentado. El paquete lo califica.';
$string['note_weight'] = '«{$a->title}» conserva su parte del total del curso entre los cuestionarios que se han intentado, para que los totales no cambien: {$a->now} %. El paquete le da el {$a->then} %.';
$string['nothing_to_change'] = 'Nada que cambiar: todo está como debe.';
$string['of_kind'] = '{$a->title} ({$a->kind})';
$string['on_page'] = '{$a->id}, en {$a->page}';
$string['package'] = 'Paquete (.mbz)';
$string['package_help'] = 'El archivo que moocbuild crea con «--target moodle». Se revisa de arriba abajo antes de dárselo a Moodle; un paquete dañado, o que contiene algo que moocbuild no escribe, se rechaza.';
$string['page_contacts'] = 'Líneas de ayuda';
$string['page_framework'] = 'Marco de competencias';
$string['page_gone'] = 'actividad';
$string['page_import'] = 'Actualizar a partir de un paquete';
$string['page_import_new'] = 'Curso nuevo a partir de un paquete';
$string['page_index'] = 'Cursos hechos a partir de paquetes';
$string['page_log'] = 'Registro de actualizaciones';
$string['page_mend'] = 'Reparar la importación de un cartucho';
$string['page_moved'] = 'ahora en «{$a}»';
$string['page_report'] = 'Informe de competencias';
$string['parts'] = 'con lo que contiene ({$a})';
$string['percent'] = '{$a} %';
$string['pieces'] = 'Número de evidencias';
$string['plan_count'] = 'Cambios: {$a}.';
$string['plan_empty'] = 'No cambia nada: el curso está como quiere el paquete.';
$string['plan_new'] = 'Un curso nuevo: «{$a->title}», versión {$a->version}. Secciones: {$a->sections}, páginas: {$a->pages}, cuestionarios: {$a->quizzes}, simulaciones: {$a->simulations}, preguntas puntuadas: {$a->questions}.';
$string['pluginname'] = 'Cursos de moocbuild';
$string['practice'] = 'requiere práctica con otras personas';
$string['preview'] = 'Mostrar qué va a cambiar';
$string['preview_of'] = '«{$a->title}», versión {$a->version}';
$string['privacy:metadata:local_moocbuild_contact'] = 'Líneas de ayuda del sitio';
$string['privacy:metadata:local_moocbuild_contact:country'] = 'El país de la línea de ayuda';
$string['privacy:metadata:local_moocbuild_contact:kind'] = 'Para qué sirve la línea de ayuda';
$string['privacy:metadata:local_moocbuild_contact:name'] = 'Quién responde';
$string['privacy:metadata:local_moocbuild_contact:timemodified'] = 'Cuándo se modificó o confirmó';
$string['privacy:metadata:local_moocbuild_contact:usermodified'] = 'Quién la modificó o confirmó por última vez';
$string['privacy:metadata:local_moocbuild_contact:value'] = 'El número o la dirección';
$string['privacy:metadata:local_moocbuild_course'] = 'Cursos hechos a partir de paquetes';
$string['privacy:metadata:local_moocbuild_course:coursekey'] = 'El nombre que la autoría da al curso';
$string['privacy:metadata:local_moocbuild_course:timeimported'] = 'Cuándo se importó el último paquete';
$string['privacy:metadata:local_moocbuild_course:userid'] = 'Quién lo importó';
$string['privacy:metadata:local_moocbuild_course:version'] = 'La versión del paquete';
$string['privacy:metadata:local_moocbuild_log'] = 'Qué se ha hecho con este plugin';
$string['privacy:metadata:local_moocbuild_log:action'] = 'Qué se hizo';
$string['privacy:metadata:local_moocbuild_log:summary'] = 'Qué resultó de ello';
$string['privacy:metadata:local_moocbuild_log:timecreated'] = 'Cuándo';
$string['privacy:metadata:local_moocbuild_log:userid'] = 'Quién lo hizo';
$string['problem_busy'] = 'Otra persona está actualizando este curso en este momento. Espere un minuto e inténtelo de nuevo.';
$string['problem_changed'] = 'El archivo cambió mientras se leía. Súbalo de nuevo.';
$string['problem_damaged'] = 'El archivo está dañado o no es un paquete. Cópielo o descárguelo de nuevo; su suma de comprobación está en SHA256SUMS, junto a él. {$a}';
$string['problem_element'] = 'El paquete contiene algo que este plugin no conoce de moocbuild ({$a}). Si lo construyó un moocbuild más reciente, actualice el plugin; si no, no use el paquete.';
$string['problem_facts'] = 'El paquete dice de sí mismo algo que no puede ser ({$a}). Constrúyalo de nuevo con moocbuild.';
$string['problem_file'] = 'El paquete quiere poner un archivo donde un curso no tiene ninguno ({$a}). No lo hizo moocbuild solo: no lo use.';
$string['problem_foreign'] = 'Este no es un paquete para Moodle hecho por moocbuild. Construya uno con: moocbuild build --target moodle';
$string['problem_gone'] = 'El archivo subido ya no está. Elija el paquete de nuevo.';
$string['problem_html'] = 'Un texto del paquete contiene HTML que moocbuild no escribe ({$a}). Si lo construyó un moocbuild más reciente, actualice el plugin; si no, no use el paquete.';
$string['problem_kind'] = 'El paquete trae un tipo de actividad que moocbuild no crea ({$a}). No lo use.';
$string['problem_lacking'] = 'Falta algo en el paquete ({$a}). Constrúyalo de nuevo con moocbuild.';
$string['problem_language'] = 'El curso está en el idioma «{$a}» y el paquete en otro. Importe el paquete como un curso propio.';
$string['problem_large'] = 'El paquete es más grande de lo que se puede aceptar ({$a}). Ponga los vídeos grandes en otro sitio y enlácelos.';
$string['problem_learners'] = 'La actualización habría cambiado lo que han hecho los estudiantes ({$a}). No se ha cambiado nada. Por favor, comuníquelo a quienes desarrollan el plugin.';
$string['problem_left'] = 'Después de la actualización algo seguía siendo distinto del paquete ({$a}), así que se deshizo: no se ha cambiado nada. Por favor, comuníquelo a quienes desarrollan el plugin.';
$string['problem_link'] = 'Un texto del paquete lleva adonde no lleva ningún curso ({$a}). No use el paquete y pregunte de dónde viene.';
$string['problem_locked'] = 'El paquete está protegido con una contraseña ({$a}). Hágalo de nuevo sin ella.';
$string['problem_loose'] = 'Las partes del paquete no van juntas ({$a}). Se cambió después de que moocbuild lo construyera: constrúyalo de nuevo.';
$string['problem_many'] = 'El paquete contiene demasiados archivos ({$a}). No lo hizo moocbuild solo.';
$string['problem_missing'] = 'No existe ese archivo en este servidor.';
$string['problem_moved'] = 'El curso ha cambiado desde la vista previa. No se ha hecho nada; mire la nueva vista previa.';
$string['problem_name'] = 'El paquete contiene un archivo con un nombre que moocbuild nunca escribe ({$a}). Puede ser un ataque: no lo use y pregunte de dónde viene.';
$string['problem_newer'] = 'El paquete lo hizo un moocbuild más reciente (formato {$a}). Actualice primero este plugin.';
$string['problem_other'] = 'Este curso se hizo a partir de otro paquete ({$a}). Elija aquel paquete, o el curso que corresponde a este.';
$string['problem_people'] = 'El paquete nombra a personas, o lo que hicieron o pueden hacer ({$a}). Los paquetes de moocbuild nunca lo hacen: no lo use.';
$string['problem_plain'] = 'Esta es una copia de seguridad de un curso de Moodle, pero no un paquete hecho por moocbuild (o lo hizo uno más antiguo que este plugin). Restáurela con la restauración de cursos de Moodle, o constrúyala de nuevo.';
$string['problem_precheck'] = 'Moodle no quiere restaurar este paquete: {$a}';
$string['problem_rights'] = 'Le faltan permisos que Moodle pide aquí: {$a}. No se ha cambiado nada. Quien administra el sitio puede concederlos.';
$string['problem_twice'] = 'El paquete contiene dos cosas con el mismo nombre ({$a}). Constrúyalo de nuevo con moocbuild.';
$string['problem_unknown'] = 'Este curso no tiene nada del paquete: ninguna actividad lleva uno de sus números ID. Importe el paquete como un curso nuevo.';
$string['problem_value'] = 'El paquete contiene un valor que este plugin no conoce de moocbuild ({$a}). Si lo construyó un moocbuild más reciente, actualice el plugin; si no, no use el paquete.';
$string['problem_xml'] = 'No se puede leer un archivo del paquete ({$a}). Constrúyalo de nuevo con moocbuild.';
$string['question_gone'] = 'pregunta';
$string['quoted'] = '«{$a}»';
$string['renamed'] = 'Cambios de nombre ({$a})';
$string['report_caption'] = '{$a->title}. Estudiantes: {$a->size}';
$string['report_cohort'] = 'Todos';
$string['report_cohort_intro'] = 'Cuántos estudiantes están en cada punto. No se dan números menores que {$a}, ni otros con los que podrían hallarse por resta: esta tabla no debe señalar a nadie.';
$string['report_download'] = 'Descargar esta tabla (CSV)';
$string['report_group'] = 'Grupo {$a}';
$string['report_intro'] = 'Qué dicen de cada competencia las respuestas a las preguntas y las decisiones en las simulaciones.';
$string['report_legend'] = 'Cómo se calcula';
$string['report_limits'] = 'Esto muestra conocimiento y criterio en un curso en línea. No muestra la práctica con personas ni autoriza a trabajar.';
$string['report_nobody'] = 'Aquí no hay estudiantes.';
$string['report_of'] = 'Competencias de {$a}';
$string['report_overlap'] = 'En este curso no se dan los números de cada grupo, porque hay estudiantes que están en varios.';
$string['report_own'] = 'Mis competencias';
$string['report_own_intro'] = 'Qué dicen hasta ahora sus respuestas y sus decisiones en las simulaciones. Puede intentarlo todo otra vez: cuenta lo mejor.';
$string['report_people'] = 'Estudiantes';
$string['report_people_caption'] = 'Estudiantes por nombre: cuántas competencias están en cada punto';
$string['report_rules'] = 'Cuenta la mejor respuesta a cada pregunta y el mejor recorrido de cada simulación. Las preguntas finales cuentan una vez y media; una competencia que una pregunta trata además de la principal cuenta la mitad.';
$string['report_title'] = 'Informe de competencias: {$a}';
$string['report_views'] = 'Vistas del informe';
$string['retired_name'] = '(retirada) {$a}';
$string['retired_note'] = 'Esta competencia ya no está en el marco. Se conserva porque de ella dependen registros de estudiantes.';
$string['scale_name'] = 'Todavía no – Competente';
$string['settings'] = 'Ajustes y listas ({$a})';
$string['share'] = 'Parte de los puntos (%)';
$string['share_short'] = 'Puntos';
$string['state'] = 'Estado';
$string['state_developing'] = 'en progreso';
$string['state_developing_means'] = 'Al menos la mitad de los puntos; también todos, mientras falte otra cosa que «mostrada» requiere.';
$string['state_emerging'] = 'incipiente';
$string['state_emerging_means'] = 'Menos de la mitad de los puntos.';
$string['state_shown'] = 'mostrada';
$string['state_shown_means'] = 'Al menos cuatro quintos de los puntos, con evidencias de dos tipos, o con tres preguntas cuando ninguna pregunta final trata la competencia.';
$string['state_unseen'] = 'aún no vista';
$string['state_unseen_means'] = 'Menos de dos evidencias.';
$string['step_activity_add'] = 'Actividades nuevas ({$a})';
$string['step_activity_change'] = 'Actividades modificadas ({$a})';
$string['step_activity_hide'] = 'Ocultas, porque el paquete ya no las tiene; no se borra nada ({$a})';
$string['step_activity_show'] = 'Mostradas de nuevo ({$a})';
$string['step_category_add'] = 'Categorías de preguntas nuevas ({$a})';
$string['step_category_change'] = 'Categorías de preguntas modificadas ({$a})';
$string['step_competency_add'] = 'Nuevos vínculos con competencias ({$a})';
$string['step_criteria'] = 'Qué completa el curso ({$a})';
$string['step_facts'] = 'Qué dice el paquete de sí mismo: versión, líneas de ayuda, qué pregunta por qué competencia ({$a})';
$string['step_lost'] = 'Identificadores perdidos: ocultos, porque el paquete ya no los tiene; no se borra nada ({$a})';
$string['step_order'] = 'Otro orden de las actividades ({$a})';
$string['step_question_add'] = 'Preguntas nuevas ({$a})';
$string['step_question_hide'] = 'Preguntas que ya no se hacen ({$a})';
$string['step_question_move'] = 'Preguntas en otra categoría ({$a})';
$string['step_question_show'] = 'Preguntas que se hacen de nuevo ({$a})';
$string['step_question_version'] = 'Preguntas con una versión nueva ({$a})';
$string['step_section_add'] = 'Secciones nuevas ({$a})';
$string['step_section_change'] = 'Secciones modificadas ({$a})';
$string['step_section_order'] = 'Otro orden de las secciones ({$a})';
$string['step_slots'] = 'Cuestionarios que hacen otras preguntas ({$a})';
$string['text'] = 'Textos modificados ({$a})';
$string['turned_partner'] = '«{$a->text}» va con {$a->then}, antes con {$a->now}';
$string['turned_place'] = '«{$a->text}» es el paso {$a->then}, antes {$a->now}';
$string['turned_share'] = '«{$a->text}» vale {$a->then}, antes {$a->now}';
$string['updated'] = 'El curso está al día. Cambios: {$a}.';
$string['version_is'] = 'Versión {$a}';
$string['whole_course'] = 'Todo el curso';
$string['with_more'] = '{$a->title}: {$a->more}';
$string['with_parts'] = '{$a->what}, con lo que contiene ({$a->n})';
