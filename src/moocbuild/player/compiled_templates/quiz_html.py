from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'quiz.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('page.html', 'quiz.html')
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
    l_0_view = resolve('view')
    l_0_quiz = resolve('quiz')
    l_0_intro = resolve('intro')
    l_0_parts = resolve('parts')
    l_0_t = resolve('t')
    pass
    yield '<section class="quiz" data-ordinal="'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'ordinal'))
    yield '" data-pass="'
    yield escape(environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'pass_mark'))
    yield '"'
    if environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'category_mark'):
        pass
        yield ' data-category="'
        yield escape(environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'category_mark'))
        yield '"'
    if environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'graded'):
        pass
        yield ' data-graded'
    if environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'shuffle'):
        pass
        yield ' data-shuffle'
    if environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'draw'):
        pass
        yield ' data-draw="'
        yield escape(environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'draw'))
        yield '"'
    if environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'attempts'):
        pass
        yield ' data-attempts="'
        yield escape(environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'attempts'))
        yield '"'
    if (environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'feedback') != 'immediate'):
        pass
        yield ' data-feedback="'
        yield escape(environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'feedback'))
        yield '"'
    if environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'hidden'):
        pass
        yield ' data-hidden'
    yield '>\n'
    if (undefined(name='intro') if l_0_intro is missing else l_0_intro):
        pass
        yield '<div class="intro">'
        yield escape((undefined(name='intro') if l_0_intro is missing else l_0_intro))
        yield '</div>\n'
    for l_1_rule in environment.getattr((undefined(name='quiz') if l_0_quiz is missing else l_0_quiz), 'rules'):
        _loop_vars = {}
        pass
        yield '<p class="quiz-rule">'
        yield escape(l_1_rule)
        yield '</p>\n'
    l_1_rule = missing
    for l_1_part in (undefined(name='parts') if l_0_parts is missing else l_0_parts):
        _loop_vars = {}
        pass
        yield escape(l_1_part)
        yield '\n'
    l_1_part = missing
    yield '<div class="quiz-result" role="status"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield '></div>\n<div class="quiz-actions actions needs-js"></div>\n</section>\n'

blocks = {'content': block_content}
debug_info = '1=12&2=17&3=31&4=65&5=68&7=70&8=74&10=77&11=80&13=84'
