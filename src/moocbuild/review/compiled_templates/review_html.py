from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'review.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_direction = resolve('direction')
    l_0_policy = resolve('policy')
    l_0_t = resolve('t')
    l_0_course = resolve('course')
    l_0_style = resolve('style')
    l_0_own = resolve('own')
    l_0_modules = resolve('modules')
    l_0_facts = resolve('facts')
    l_0_script = resolve('script')
    l_0_place = missing
    pass
    def macro(l_1_row, l_1_tag, l_1_class):
        t_1 = []
        l_1_theirs = resolve('theirs')
        if l_1_row is missing:
            l_1_row = undefined("parameter 'row' was not provided", name='row')
        if l_1_tag is missing:
            l_1_tag = undefined("parameter 'tag' was not provided", name='tag')
        if l_1_class is missing:
            l_1_class = ''
        pass
        t_1.extend((
            '<div class="place',
            escape(l_1_class),
        ))
        if environment.getattr(l_1_row, 'state'):
            pass
            t_1.extend((
                ' ',
                escape(environment.getattr(l_1_row, 'state')),
            ))
        t_1.extend((
            ' kind-',
            escape(environment.getattr(l_1_row, 'kind')),
        ))
        if (environment.getattr(l_1_row, 'indent') > 1):
            pass
            t_1.append(
                ' deep',
            )
        t_1.extend((
            '" id="p',
            escape(environment.getattr(l_1_row, 'n')),
            '" data-place="',
            escape(environment.getattr(l_1_row, 'id')),
            '" data-page="',
            escape(environment.getattr(l_1_row, 'page')),
            '" data-hash="',
            escape(environment.getattr(l_1_row, 'hash')),
            '"',
        ))
        if environment.getattr(l_1_row, 'words'):
            pass
            t_1.extend((
                ' data-words="',
                escape(environment.getattr(l_1_row, 'words')),
                '"',
            ))
        t_1.extend((
            '>\n<a class="number" href="#p',
            escape(environment.getattr(l_1_row, 'n')),
            '">',
            escape(environment.getattr(l_1_row, 'n')),
            '</a>\n<div class="body">\n',
        ))
        if environment.getattr(l_1_row, 'label'):
            pass
            t_1.extend((
                '<p class="label">',
                escape(environment.getattr(l_1_row, 'label')),
                '</p>',
            ))
        t_1.extend((
            '<',
            escape(l_1_tag),
            ' class="said"',
            escape((undefined(name='theirs') if l_1_theirs is missing else l_1_theirs)),
            '>',
            escape(environment.getattr(l_1_row, 'html')),
            '</',
            escape(l_1_tag),
            '>\n</div>\n</div>\n',
        ))
        return concat(t_1)
    context.exported_vars.add('place')
    context.vars['place'] = l_0_place = Macro(environment, macro, 'place', ('row', 'tag', 'class'), False, False, False, context.eval_ctx.autoescape)
    yield '<!DOCTYPE html>\n<html lang="'
    yield escape((undefined(name='language') if l_0_language is missing else l_0_language))
    yield '" dir="'
    yield escape((undefined(name='direction') if l_0_direction is missing else l_0_direction))
    yield '">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape((undefined(name='policy') if l_0_policy is missing else l_0_policy))
    yield '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n<title>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'title', title=environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'title')))
    yield '</title>\n<style>\n'
    yield escape((undefined(name='style') if l_0_style is missing else l_0_style))
    yield '\n</style>\n</head>\n<body>\n<a class="skip" href="#text">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'skip'))
    yield '</a>\n<header>\n<div class="page">\n<p class="kicker">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'kicker'))
    yield '</p>\n<h1>'
    yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'title')))
    yield '</h1>\n<p>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'version', version=environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'version')))
    yield '</p>\n<p class="lead">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'lead'))
    yield '</p>\n</div>\n</header>\n<main class="page" id="text">\n<section class="how">\n<h2>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'how'))
    yield '</h2>\n<noscript><p class="loud">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'no_scripts'))
    yield '</p></noscript>\n<ol class="needs-script">\n<li>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'how_comment'))
    yield '</li>\n<li>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'how_save'))
    yield '</li>\n<li>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'how_continue'))
    yield '</li>\n</ol>\n<p class="needs-script"><label class="file"><input type="file" id="open" accept=".json,application/json">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'open'))
    yield '</label></p>\n</section>\n<nav aria-labelledby="contents">\n<h2 id="contents">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'contents'))
    yield '</h2>\n<ul>\n'
    for l_1_module in (undefined(name='modules') if l_0_modules is missing else l_0_modules):
        _loop_vars = {}
        pass
        yield '<li>'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_1_module, 'title'), _loop_vars=_loop_vars))
        yield '\n<ul>\n'
        for l_2_page in environment.getattr(l_1_module, 'pages'):
            l_2_theirs = resolve('theirs')
            _loop_vars = {}
            pass
            yield '<li><a href="#p'
            yield escape(environment.getattr(environment.getattr(l_2_page, 'title'), 'n'))
            yield '"'
            yield escape((undefined(name='theirs') if l_2_theirs is missing else l_2_theirs))
            yield '>'
            yield escape(environment.getattr(environment.getattr(l_2_page, 'title'), 'html'))
            yield '</a></li>\n'
        l_2_page = l_2_theirs = missing
        yield '</ul>\n</li>\n'
    l_1_module = missing
    yield '</ul>\n</nav>\n'
    for l_1_module in (undefined(name='modules') if l_0_modules is missing else l_0_modules):
        _loop_vars = {}
        pass
        yield '<section>\n<p class="kicker">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'module', _loop_vars=_loop_vars))
        yield '</p>\n<h2>'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_1_module, 'title'), _loop_vars=_loop_vars))
        yield '</h2>\n'
        for l_2_page in environment.getattr(l_1_module, 'pages'):
            l_2_turned = resolve('turned')
            _loop_vars = {}
            pass
            yield '<section class="sheet"'
            yield escape((undefined(name='turned') if l_2_turned is missing else l_2_turned))
            yield '>\n<p class="kicker">'
            yield escape(environment.getattr(l_2_page, 'kind'))
            yield '</p>\n'
            yield escape(context.call((undefined(name='place') if l_0_place is missing else l_0_place), environment.getattr(l_2_page, 'title'), 'h3', ' top', _loop_vars=_loop_vars))
            yield '\n'
            for l_3_row in environment.getitem(l_2_page, 'rows'):
                _loop_vars = {}
                pass
                yield escape(context.call((undefined(name='place') if l_0_place is missing else l_0_place), l_3_row, (('h%d' % environment.getattr(l_3_row, 'level')) if environment.getattr(l_3_row, 'level') else 'div'), _loop_vars=_loop_vars))
                yield '\n'
            l_3_row = missing
            yield '</section>\n'
        l_2_page = l_2_turned = missing
        yield '</section>\n'
    l_1_module = missing
    yield '<section class="you">\n<h2 id="you">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'about_you'))
    yield '</h2>\n<form id="form">\n<p><label for="name">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'name'))
    yield '</label> <small id="name-hint">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'name_hint'))
    yield '</small><input id="name" autocomplete="name" maxlength="200" aria-describedby="name-hint"></p>\n<p><label for="role">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'role'))
    yield '</label> <small id="role-hint">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'role_hint'))
    yield '</small><input id="role" maxlength="200" aria-describedby="role-hint"></p>\n<fieldset>\n<legend>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'verdict'))
    yield '</legend>\n'
    for l_1_name in ('yes', 'changes', 'no'):
        _loop_vars = {}
        pass
        yield '<label class="way"><input type="radio" name="verdict" value="'
        yield escape(l_1_name)
        yield '"> '
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), l_1_name, _loop_vars=_loop_vars))
        yield '</label>\n'
    l_1_name = missing
    yield '</fieldset>\n<p><label for="remarks">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'remarks'))
    yield '</label><textarea id="remarks" rows="5" maxlength="20000"></textarea></p>\n<div class="lines" aria-hidden="true"></div>\n</form>\n</section>\n</main>\n<footer class="bar needs-script" aria-label="'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'comments'))
    yield '">\n<p><b>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'comments'))
    yield '</b> <output id="count">0</output></p>\n<button type="button" id="save" class="main">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'save'))
    yield '</button>\n<p id="status" role="status"></p>\n</footer>\n<script type="application/json" id="facts">'
    yield escape((undefined(name='facts') if l_0_facts is missing else l_0_facts))
    yield '</script>\n<script>'
    yield escape((undefined(name='script') if l_0_script is missing else l_0_script))
    yield '</script>\n</body>\n</html>'

blocks = {}
debug_info = '1=22&2=34&3=71&5=76&6=85&11=98&14=102&17=104&19=106&23=108&26=110&27=112&28=114&29=116&34=118&35=120&37=122&38=124&39=126&41=128&44=130&46=132&47=136&49=138&50=143&57=153&59=157&60=159&61=161&62=166&63=168&64=170&65=172&66=175&73=183&75=185&76=189&78=193&79=195&80=199&83=205&88=207&89=209&90=211&93=213&94=215'
