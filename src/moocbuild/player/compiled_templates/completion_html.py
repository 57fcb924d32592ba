from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'completion.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('page.html', 'completion.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_content(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_t = resolve('t')
    l_0_units = resolve('units')
    l_0_own = resolve('own')
    l_0_course = resolve('course')
    l_0_length = resolve('length')
    l_0_released = resolve('released')
    pass
    yield '<section class="completion" data-completion>\n<p class="lead">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_lead'))
    yield '</p>\n<noscript><p class="plain-note">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'no_script'))
    yield '</p></noscript>\n<div class="open-work needs-js" hidden><p>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_open'))
    yield '</p>\n<ul>\n'
    for l_1_unit in (undefined(name='units') if l_0_units is missing else l_0_units):
        _loop_vars = {}
        pass
        yield '<li data-pages="'
        yield escape(environment.getattr(l_1_unit, 'pages'))
        yield '"><a href="'
        yield escape(environment.getattr(l_1_unit, 'href'))
        yield '">'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_1_unit, 'title'), _loop_vars=_loop_vars))
        yield '</a> <span class="meta"></span></li>\n'
    l_1_unit = missing
    yield '</ul></div>\n<form class="name needs-js" novalidate hidden>\n<p><label for="printed-name">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_name'))
    yield '</label>\n<input id="printed-name" class="entry" autocomplete="name" aria-describedby="name-note"></p>\n<p class="where-kept" id="name-note">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_name_note'))
    yield '</p>\n<p><button type="submit">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_print'))
    yield '</button></p>\n</form>\n<article class="record" hidden>\n<p class="label">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_record'))
    yield '</p>\n<p class="printed-name"></p>\n<p>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_has'))
    yield '</p>\n<h2>'
    yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'title'), _block_vars=_block_vars))
    yield '</h2>\n<p>'
    if (undefined(name='length') if l_0_length is missing else l_0_length):
        pass
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'done_facts', version=environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'version'), released=(undefined(name='released') if l_0_released is missing else l_0_released), length=(undefined(name='length') if l_0_length is missing else l_0_length), _block_vars=_block_vars))
    else:
        pass
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'done_facts_alone', version=environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'version'), released=(undefined(name='released') if l_0_released is missing else l_0_released), _block_vars=_block_vars))
    yield ' <span class="score"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield '></span></p>\n<h3>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_units'))
    yield '</h3>\n<ul>\n'
    for l_1_unit in (undefined(name='units') if l_0_units is missing else l_0_units):
        _loop_vars = {}
        pass
        yield '<li>'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_1_unit, 'title'), _loop_vars=_loop_vars))
        yield '</li>\n'
    l_1_unit = missing
    yield '</ul>\n<p class="meta"><span class="printed-on"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield '></span> '
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_made'))
    yield '</p>\n</article>\n'
    if (environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'statements'), 'record') or environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'statements'), 'record_limits')):
        pass
        yield '<section class="says"><h2>'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'done_shows_title'))
        yield '</h2>\n'
        if environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'statements'), 'record'):
            pass
            yield '<p>'
            yield escape(environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'statements'), 'record'))
            yield '</p>\n'
        if environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'statements'), 'record_limits'):
            pass
            yield '<p><strong>'
            yield escape(environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'statements'), 'record_limits'))
            yield '</strong></p>\n'
        yield '</section>\n'
    yield '</section>\n'

blocks = {'content': block_content}
debug_info = '1=12&2=17&4=32&5=34&6=36&8=38&9=42&13=50&15=52&16=54&19=56&21=58&22=60&23=62&24=71&26=73&27=77&30=81&32=85&33=88&34=90&35=93&37=95&38=98'
